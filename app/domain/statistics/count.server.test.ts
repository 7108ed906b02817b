import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { type Booking, markForCounting } from "#app/domain/bookings/move.server.ts";
import { acceptOverdue } from "#app/domain/bookings/overdue.server.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { dayOf, monthOf } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import {
  contractSummaries,
  monthSummaries,
  offerSummaries,
  summaryChanges,
} from "#db/schema/index.ts";
import { makeBooking } from "#db/seed/factories/bookings.ts";
import { makeReview } from "#db/seed/factories/delivery.ts";
import { makeOffer } from "#db/seed/factories/services.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { findWrongSummaries, repairSummaries } from "./check.server.ts";
import { countAgain } from "./count.server.ts";

const mark = async (booking: Booking) => {
  const at = await databaseNow();
  await db.transaction((tx) => markForCounting(tx, booking, at));
};

async function countAll() {
  while ((await countAgain()) > 0);
}

const contractOf = async ({ contractId }: Booking) =>
  (
    await db.select().from(contractSummaries).where(eq(contractSummaries.contractId, contractId))
  )[0];

const monthOfBooking = async ({ officeId, startsAt }: Booking) =>
  (
    await db
      .select()
      .from(monthSummaries)
      .where(
        and(
          eq(monthSummaries.officeId, officeId),
          eq(monthSummaries.month, monthOf(dayOf(startsAt))),
        ),
      )
  )[0];

describe("counting again", () => {
  test("sums an offer, its contract and the month from the records", async () => {
    const offer = await makeOffer();
    const wish = { offerId: offer.id };
    const accepted = await makeBooking({ ...wish, state: "accepted" });
    await makeBooking({ ...wish, state: "delivered", startsAt: accepted.startsAt });
    const cancelled = await makeBooking({
      ...wish,
      state: "cancelled",
      startsAt: accepted.startsAt,
    });
    await mark(accepted);
    await mark(cancelled);
    await countAll();
    expect(await contractOf(accepted)).toMatchObject({ booked: 2, delivered: 2, rated: 0 });
    expect(await monthOfBooking(accepted)).toMatchObject({ booked: 2, delivered: 2, cancelled: 1 });
    const review = await makeReview({ offerId: offer.id, overall: 4 });
    const [said] = await db
      .select()
      .from(offerSummaries)
      .where(eq(offerSummaries.offerId, offer.id));
    expect(said).toMatchObject({ rated: 0 });
    await mark({ ...accepted, id: review.bookingId });
    await countAll();
    const [counted] = await db
      .select()
      .from(offerSummaries)
      .where(eq(offerSummaries.offerId, offer.id));
    expect(counted).toMatchObject({ delivered: 3, rated: 1, satisfied: 1, ratingSum: 4 });
  });

  test("by several at once comes to the same, and nobody fails", async () => {
    const booking = await makeBooking({ state: "accepted" });
    for (let index = 0; index < 12; index += 1) await mark(booking);
    const { refused } = await atOnce(6, () => countAgain(3));
    expect(refused).toEqual([]);
    await countAll();
    expect(await contractOf(booking)).toMatchObject({ booked: 1, delivered: 1 });
    expect(await db.select().from(summaryChanges)).toEqual([]);
  });

  test("a month that nobody is booked in any more counts zero", async () => {
    const booking = await makeBooking();
    await mark(booking);
    await countAll();
    const month = "2026-01";
    await db.transaction((tx) =>
      markForCounting(
        tx,
        { ...booking, startsAt: new Date("2026-01-15T02:00:00Z") },
        booking.bookedAt,
      ),
    );
    await countAll();
    const zero = and(
      eq(monthSummaries.officeId, booking.officeId),
      eq(monthSummaries.month, month),
    );
    expect(await db.select().from(monthSummaries).where(zero)).toMatchObject([{ booked: 0 }]);
  });
});

test("what nobody contradicted is accepted by the clock and counted", async () => {
  const checkedOutAt = new Date((await databaseNow()).getTime() - 73 * 3_600_000);
  const booking = await makeBooking({ state: "delivered", checkedOutAt });
  await acceptOverdue();
  await countAll();
  expect(await contractOf(booking)).toMatchObject({ delivered: 1, fundShare: booking.fundShare });
});

test("the nightly check finds a sum that is wrong and has it counted again", async () => {
  await repairSummaries();
  await countAll();
  expect(await findWrongSummaries()).toEqual([]);
  const booking = await makeBooking({ state: "accepted" });
  expect((await findWrongSummaries()).map(({ kind }) => kind).sort()).toEqual([
    "contract",
    "month",
    "offer",
  ]);
  expect(await repairSummaries()).toBe(3);
  expect(await findWrongSummaries()).toEqual([]);
  await countAll();
  expect(await contractOf(booking)).toMatchObject({ delivered: 1 });
  const ofBooking = eq(contractSummaries.contractId, booking.contractId);
  await db.update(contractSummaries).set({ delivered: 7 }).where(ofBooking);
  expect(await findWrongSummaries()).not.toEqual([]);
});
