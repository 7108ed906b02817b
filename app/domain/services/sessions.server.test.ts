import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "#app/values/id.ts";
import { addDays, day, dayOf, weekday } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { calendarDays, contracts, serviceSessions } from "#db/schema/index.ts";
import { actOf, makeManager } from "#db/seed/factories/accounts.ts";
import { makeOffer, makeServiceSession } from "#db/seed/factories/services.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { databaseNow } from "../clock.server.ts";
import { openSessions } from "./open-sessions.server.ts";
import { resizeSession } from "./resize-session.server.ts";
import { findOwnSession, findOwnSessions, previewSessions } from "./session-queries.server.ts";

const today = dayOf(await databaseNow());
const from = addDays(today, 7);

async function setting() {
  const offer = await makeOffer({ mode: "seat" });
  const act = await actOf(await makeManager(offer.organizationId));
  const wish = {
    from,
    to: addDays(from, 6),
    weekdays: [1, 2, 3, 4, 5, 6, 7] as const,
    periods: ["morning"] as const,
    morningStart: 8 * 60 + 30,
    afternoonStart: 13 * 60 + 30,
    makeUpDays: false,
    capacity: 12,
  };
  const sessions = () =>
    db
      .select()
      .from(serviceSessions)
      .where(eq(serviceSessions.offerId, offer.id))
      .orderBy(asc(serviceSessions.startsAt));
  return { offer, act, wish, sessions };
}

test("sessions open on each day wished for, and a second time only what is missing", async () => {
  const { offer, act, wish, sessions } = await setting();
  expect(await openSessions(act, offer.id, { ...wish, to: addDays(from, 2) })).toBe(3);
  expect(await openSessions(act, offer.id, wish)).toBe(4);
  expect(await openSessions(act, offer.id, wish)).toBe(0);
  const opened = await sessions();
  expect(opened.map(({ day }) => day)).toEqual(
    Array.from({ length: 7 }, (_, index) => addDays(from, index)),
  );
  expect(opened[0]).toMatchObject({ capacity: 12, taken: 0, officeId: offer.officeId });
});

test("no session opens on a holiday", async () => {
  const { offer, act, wish, sessions } = await setting();
  const holiday = addDays(from, 100);
  await db.insert(calendarDays).values({ day: holiday, kind: "holiday", name: "测试假日" });
  const around = { ...wish, from: addDays(holiday, -1), to: addDays(holiday, 1) };
  expect(await openSessions(act, offer.id, around)).toBe(2);
  expect((await sessions()).map(({ day }) => day)).not.toContain(holiday);
});

test("the same sessions opened twice at once open once", async () => {
  const { offer, act, wish, sessions } = await setting();
  const { done, refused } = await atOnce(4, () => openSessions(act, offer.id, wish));
  expect(refused).toEqual([]);
  expect(done.sort()).toEqual([0, 0, 0, 7]);
  expect(await sessions()).toHaveLength(7);
});

test("sessions open only for one's own seats, and while the contract is active", async () => {
  const { offer, act, wish } = await setting();
  const stranger = await actOf(await makeManager());
  await expect(openSessions(stranger, offer.id, wish)).rejects.toMatchObject({
    code: "not_found",
  });
  const visit = await makeOffer({ organizationId: offer.organizationId });
  await expect(openSessions(act, visit.id, wish)).rejects.toMatchObject({ code: "not_found" });
  await db.update(contracts).set({ status: "pending" }).where(eq(contracts.id, offer.contractId));
  await expect(openSessions(act, offer.id, wish)).rejects.toMatchObject({
    code: "offer.contract_not_active",
  });
});

test("weekdays that were not chosen stay closed", async () => {
  const { offer, act, wish, sessions } = await setting();
  const only = weekday(addDays(from, 3));
  expect(await openSessions(act, offer.id, { ...wish, weekdays: [only] })).toBe(1);
  expect((await sessions()).map(({ day }) => day)).toEqual([addDays(from, 3)]);
});

test("a session never gets fewer seats than are taken", async () => {
  const session = await makeServiceSession({ capacity: 20, taken: 5 });
  const { offerId, id: sessionId } = session;
  const offer = await db.query.offers.findFirst({ where: (o, { eq: is }) => is(o.id, offerId) });
  const act = await actOf(await makeManager(offer?.organizationId));
  const resize = (capacity: number, by = act) =>
    resizeSession(by, { offerId, sessionId, capacity });
  const capacity = async () =>
    one(await db.select().from(serviceSessions).where(eq(serviceSessions.id, sessionId))).capacity;

  await expect(resize(4)).rejects.toMatchObject({ code: "service_session.below_taken" });
  expect(await capacity()).toBe(20);
  await resize(5);
  expect(await capacity()).toBe(5);

  const stranger = await actOf(await makeManager());
  await expect(resize(30, stranger)).rejects.toMatchObject({ code: "not_found" });
  const other = await makeServiceSession({ offerId: (await makeOffer({ mode: "seat" })).id });
  await expect(
    resizeSession(act, { offerId, sessionId: other.id, capacity: 1 }),
  ).rejects.toMatchObject({ code: "not_found" });
});

test("a preview opens nothing, and names a year whose holidays are not known yet", async () => {
  const { offer, act, wish, sessions } = await setting();
  const preview = await previewSessions(act, offer.id, wish);
  expect(preview?.sessions.map(({ state }) => state)).toEqual(Array(7).fill("new"));
  expect(await sessions()).toEqual([]);
  const far = await previewSessions(act, offer.id, { ...wish, to: day("2099-01-01") });
  expect(far?.unknownYear).toBe("2099");
  const stranger = await actOf(await makeManager());
  expect(await previewSessions(stranger, offer.id, wish)).toBeUndefined();
  const visit = await makeOffer({ organizationId: offer.organizationId });
  expect(await previewSessions(act, visit.id, wish)).toBeUndefined();
});

test("only its own organization sees a session", async () => {
  const { offer, act, wish, sessions } = await setting();
  await openSessions(act, offer.id, wish);
  const [first] = await sessions();
  const id = first?.id ?? newId();
  expect(await findOwnSession(act.by, offer.id, id)).toMatchObject({ capacity: 12, taken: 0 });
  expect((await findOwnSessions(act.by, offer.id, from))?.sessions).toHaveLength(7);
  const stranger = await makeManager();
  expect(await findOwnSession(stranger, offer.id, id)).toBeUndefined();
  expect(await findOwnSessions(stranger, offer.id, from)).toBeUndefined();
});
