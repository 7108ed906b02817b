import { and, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { findPerson } from "#app/domain/accounts/person.server.ts";
import { addTo, minutes } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { events, proxySessions } from "#db/schema/index.ts";
import { actOf, makeCommunityWorker, makeResident } from "#db/seed/factories/accounts.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { endProxySessions, startProxySession } from "./proxy.server.ts";

async function workerAndNeighbour() {
  const worker = await makeCommunityWorker();
  const { communityId, officeId } = worker;
  const { residentId } = await makeResident({ communityId, officeId });
  const start = async (id = residentId) =>
    startProxySession(await actOf(worker), { residentId: id, reason: "老人打电话要求代约" });
  return { worker, residentId, start };
}

test("for half an hour the community worker acts for the resident", async () => {
  const { worker, residentId, start } = await workerAndNeighbour();
  const { id, startedAt, expiresAt } = await start();
  expect((await findPerson(worker.userId))?.proxy).toMatchObject({ id, residentId });
  expect(expiresAt).toEqual(addTo(startedAt, minutes(30)));
});

test("when the half hour is over she acts for nobody", async () => {
  const { worker, start } = await workerAndNeighbour();
  const { id } = await start();
  await db
    .update(proxySessions)
    .set({ startedAt: addTo(new Date(), -minutes(31)), expiresAt: addTo(new Date(), -minutes(1)) })
    .where(eq(proxySessions.id, id));
  expect((await findPerson(worker.userId))?.proxy).toBeFalsy();
});

test("ending it, as signing out does, is logged once", async () => {
  const { worker, start } = await workerAndNeighbour();
  await start();
  await endProxySessions(worker.userId);
  await endProxySessions(worker.userId);
  expect((await findPerson(worker.userId))?.proxy).toBeFalsy();
  const told = await db.select().from(events).where(eq(events.byUserId, worker.userId));
  expect(told.map(({ name }) => name).sort()).toEqual(["proxy.ended", "proxy.started"]);
});

test("starting several at once leaves her in one", async () => {
  const { worker, start } = await workerAndNeighbour();
  await atOnce(4, () => start());
  const live = await db
    .select()
    .from(proxySessions)
    .where(and(eq(proxySessions.userId, worker.userId), isNull(proxySessions.endedAt)));
  expect(live).toHaveLength(1);
});

test("a resident of another community is not found", async () => {
  const { start } = await workerAndNeighbour();
  const stranger = await makeResident();
  await expect(start(stranger.residentId)).rejects.toMatchObject({ code: "not_found" });
});
