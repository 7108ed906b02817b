import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { databaseNow } from "#app/domain/clock.server.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import {
  bookings,
  contractCounters,
  personalQuotas,
  serviceSessions,
  summaryChanges,
} from "#db/schema/index.ts";
import { makeBooking } from "#db/seed/factories/bookings.ts";
import { makeServiceSession } from "#db/seed/factories/services.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { type Booking, lockBooking, moveBooking } from "./move.server.ts";

const move = async (booking: Booking, event: string) => {
  const at = await databaseNow();
  return await db.transaction((tx) => moveBooking(tx, booking, { event, at }));
};

async function moneyOf(booking: Booking) {
  const { contractId, residentId } = booking;
  const counter = one(
    await db.select().from(contractCounters).where(eq(contractCounters.contractId, contractId)),
  );
  const quota = one(
    await db.select().from(personalQuotas).where(eq(personalQuotas.residentId, residentId)),
  );
  return {
    contract: [counter.fundReserved, counter.fundUsed],
    personal: [quota.reserved, quota.used],
  };
}

test("accepted, the fund's share is used; cancelled, it is free again", async () => {
  const delivered = await makeBooking({ state: "delivered" });
  expect(await moneyOf(delivered)).toEqual({ contract: [3600, 0], personal: [3600, 0] });
  await move(delivered, "accept");
  expect(await moneyOf(delivered)).toEqual({ contract: [0, 3600], personal: [0, 3600] });

  const confirmed = await makeBooking();
  await move(confirmed, "cancel");
  expect(await moneyOf(confirmed)).toEqual({ contract: [0, 0], personal: [0, 0] });
});

test("a dispute keeps the money reserved until it is settled", async () => {
  const booking = await move(await makeBooking({ state: "delivered" }), "dispute");
  expect(await moneyOf(booking)).toEqual({ contract: [3600, 0], personal: [3600, 0] });
  await move(booking, "settle_for_resident");
  expect(await moneyOf(booking)).toEqual({ contract: [0, 0], personal: [0, 0] });
});

test("an acceptance that the resident denies gives its money back to what is reserved", async () => {
  const denied = await move(await makeBooking({ state: "accepted" }), "deny");
  expect(await moneyOf(denied)).toEqual({ contract: [3600, 0], personal: [3600, 0] });
  await move(denied, "settle_for_provider");
  expect(await moneyOf(denied)).toEqual({ contract: [0, 3600], personal: [0, 3600] });
});

test("a seat is free again once the booking no longer holds it", async () => {
  const session = await makeServiceSession();
  const taken = async () =>
    one(await db.select().from(serviceSessions).where(eq(serviceSessions.id, session.id))).taken;
  const booking = await makeBooking({ serviceSessionId: session.id });
  expect(await taken()).toBe(1);
  const inside = await move(booking, "check_in");
  expect(await taken()).toBe(1);
  await move(inside, "check_out");
  expect(await taken()).toBe(0);
});

test("of two people who saw the same version, one is told to look again", async () => {
  const seen = await makeBooking();
  const { done, refused } = await atOnce(2, (index) => move(seen, index ? "cancel" : "check_in"));
  expect(done).toHaveLength(1);
  expect(refused).toMatchObject([{ code: "conflict" }]);
  const now = one(await db.select().from(bookings).where(eq(bookings.id, seen.id)));
  expect(now.version).toBe(2);
});

test("without the comparison both would have moved it", async () => {
  const seen = await makeBooking();
  const blindly = (state: "cancelled" | "checked_in") =>
    db.update(bookings).set({ state }).where(eq(bookings.id, seen.id)).returning();
  const { done } = await atOnce(2, (index) => blindly(index ? "cancelled" : "checked_in"));
  expect(done).toHaveLength(2);
});

test("somebody else's booking is not found, and what the state does not accept is refused", async () => {
  const booking = await makeBooking({ state: "accepted" });
  const stranger = await makeBooking();
  const lock = db.transaction((tx) =>
    lockBooking(tx, eq(bookings.residentId, stranger.residentId), booking.id),
  );
  await expect(lock).rejects.toMatchObject({ code: "not_found" });
  await expect(move(booking, "cancel")).rejects.toMatchObject({ code: "lifecycle.not_now" });
});

test("each move tells the statistics what to count again", async () => {
  const booking = await makeBooking();
  await move(booking, "cancel");
  const marks = await db
    .select()
    .from(summaryChanges)
    .where(eq(summaryChanges.offerId, booking.offerId));
  expect(marks).toMatchObject([{ contractId: booking.contractId }]);
});
