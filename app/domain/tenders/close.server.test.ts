import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { moveClock } from "#app/domain/clock.server.ts";
import { db } from "#db/client.server.ts";
import { events } from "#db/schema/events.ts";
import { tenders } from "#db/schema/tenders.ts";
import { actOf } from "#db/seed/factories/accounts.ts";
import { system } from "#db/seed/factories/awards.ts";
import { makeOpenTender } from "#db/seed/factories/tenders.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { closeWhenDeadlinePassed, listTendersToClose } from "./close.server.ts";

const statusOf = async (tender: { id: typeof tenders.$inferSelect.id }) =>
  (await db.select().from(tenders).where(eq(tenders.id, tender.id)))[0]?.status;

test("a tender is closed once by the clock, at its deadline and not before", async () => {
  const { tender, officeId } = await makeOpenTender();
  const due = { officeId, tenderId: tender.id };
  expect(await closeWhenDeadlinePassed(await actOf(system), due)).toBe(false);
  expect(await listTendersToClose()).not.toContainEqual(due);
  expect(await statusOf(tender)).toBe("open");

  if (!tender.deadline) throw new Error("no deadline");
  await moveClock(tender.deadline);
  expect(await listTendersToClose()).toContainEqual(due);
  const act = await actOf(system);
  const { done } = await atOnce(4, () => closeWhenDeadlinePassed(act, due));
  expect(done.filter(Boolean)).toHaveLength(1);
  expect(await statusOf(tender)).toBe("closed");
  const closed = and(eq(events.officeId, officeId), eq(events.name, "tender.closed"));
  expect(await db.select().from(events).where(closed)).toMatchObject([
    { byUserId: null, byRole: "system" },
  ]);
});
