import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Id } from "#app/values/id.ts";
import { addTo, hours, minutes } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { bookings, contractCounters, events, serviceSessions } from "#db/schema/index.ts";
import { actOf, makeResident } from "#db/seed/factories/accounts.ts";
import { makeBooking } from "#db/seed/factories/bookings.ts";
import { makeOffer, makeRosteredWorker, makeServiceSession } from "#db/seed/factories/services.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { cancelBooking } from "./cancel.server.ts";
import { checkIn } from "./check-in.server.ts";

type Booking = Awaited<ReturnType<typeof makeBooking>>;

async function residentActOf({ residentId, officeId, bookedBy: userId }: Booking) {
  return await actOf({ role: "resident" as const, userId, residentId, officeId });
}
async function cancel(booking: Booking, wish = {}) {
  const usual = { bookingId: booking.id, version: booking.version, reason: "" };
  return await cancelBooking(await residentActOf(booking), { ...usual, ...wish });
}
const bookingNow = async (id: Id<"booking">) =>
  one(await db.select().from(bookings).where(eq(bookings.id, id)));
const told = async (booking: Booking) =>
  (await db.select().from(events).where(eq(events.byUserId, booking.bookedBy))).filter(
    ({ name }) => name === "booking.cancelled",
  );

test("a cancelled seat is free again, its money too, and the log says by whom", async () => {
  const session = await makeServiceSession();
  const booking = await makeBooking({ serviceSessionId: session.id });
  await cancel(booking, { reason: "要去医院" });
  expect(await bookingNow(booking.id)).toMatchObject({
    state: "cancelled",
    version: 2,
    endedLate: false,
    endedReason: "要去医院",
  });
  const [{ taken } = { taken: -1 }] = await db
    .select()
    .from(serviceSessions)
    .where(eq(serviceSessions.id, session.id));
  expect(taken).toBe(0);
  expect(await told(booking)).toMatchObject([
    { detail: { bookingId: booking.id, late: false, by: "resident" } },
  ]);
});

test("after the cutoff it is late, after the start it is refused", async () => {
  const late = await makeBooking({ startsAt: addTo(new Date(), hours(1)) });
  expect(await cancel(late)).toMatchObject({ state: "cancelled", endedLate: true });
  const started = await makeBooking({ startsAt: addTo(new Date(), -minutes(1)) });
  await expect(cancel(started)).rejects.toMatchObject({ code: "booking.started" });
});

test("cancelled twice at once it is cancelled once", async () => {
  const booking = await makeBooking();
  const { refused } = await atOnce(4, () => cancel(booking));
  expect(refused).toEqual([]);
  expect(await told(booking)).toHaveLength(1);
  const counters = await db
    .select()
    .from(contractCounters)
    .where(eq(contractCounters.contractId, booking.contractId));
  expect(counters).toMatchObject([{ fundReserved: 0, fundUsed: 0 }]);
});

test("of a cancellation and a check-in at once, one is done and the other hears why not", async () => {
  for (let round = 0; round < 5; round += 1) {
    const offer = await makeOffer();
    const worker = await makeRosteredWorker(offer.id);
    const { workerId } = worker;
    const startsAt = addTo(new Date(), minutes(5));
    const booking = await makeBooking({ offerId: offer.id, workerId, startsAt });
    const meet = async () => {
      await checkIn(await actOf(worker), { bookingId: booking.id, pin: "2580" });
      return "checked_in";
    };
    const { done, refused } = await atOnce(2, (index) =>
      index ? meet() : cancel(booking).then(({ state }) => state),
    );
    expect(done).toHaveLength(1);
    expect(refused).toMatchObject([{ code: "lifecycle.not_now" }]);
    expect((await bookingNow(booking.id)).state).toBe(done[0]);
  }
});

test("a booking that moved since the page was shown is not cancelled unseen", async () => {
  const booking = await makeBooking({ version: 3 });
  await expect(cancel(booking, { version: 2 })).rejects.toMatchObject({ code: "conflict" });
  expect((await bookingNow(booking.id)).state).toBe("confirmed");
});

test("somebody else's booking is not found, and what was delivered cannot be cancelled", async () => {
  const booking = await makeBooking();
  const stranger = await actOf(await makeResident({ officeId: booking.officeId }));
  const theft = cancelBooking(stranger, { bookingId: booking.id, version: 1, reason: "" });
  await expect(theft).rejects.toMatchObject({ code: "not_found" });
  const delivered = await makeBooking({ state: "delivered" });
  await expect(cancel(delivered)).rejects.toMatchObject({ code: "lifecycle.not_now" });
});

test("an hour that was given back can be booked by another", async () => {
  const booking = await makeBooking();
  const { offerId, workerId, startsAt } = booking;
  const again = () => makeBooking({ offerId, workerId, startsAt });
  await expect(again()).rejects.toBeDefined();
  await cancel(booking);
  expect((await again()).workerId).toBe(workerId);
});
