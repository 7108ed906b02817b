import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Id } from "#app/values/id.ts";
import { addDays, addTo, type Day, dayOf, hours, instantOf } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import {
  bookings,
  contractCounters,
  events,
  programmes,
  serviceSessions,
  summaryChanges,
} from "#db/schema/index.ts";
import { actOf, makeResident } from "#db/seed/factories/accounts.ts";
import { makeBooking } from "#db/seed/factories/bookings.ts";
import { makeOffer, makeRosteredWorker, makeServiceSession } from "#db/seed/factories/services.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { type Rescheduling, rescheduleBooking } from "./reschedule.server.ts";

type Booking = Awaited<ReturnType<typeof makeBooking>>;

const at = (hour: number, later = 3) => instantOf(addDays(dayOf(new Date()), later), hour * 60);

async function move(booking: Booking | undefined, to: Rescheduling["to"], version?: number) {
  if (!booking) throw new Error("nothing to move");
  const { residentId, officeId, bookedBy: userId, id: bookingId } = booking;
  const act = await actOf({ role: "resident" as const, userId, residentId, officeId });
  await rescheduleBooking(act, { bookingId, version: version ?? booking.version, to });
  return bookingId;
}
const bookingNow = async (id: Id<"booking">) =>
  one(await db.select().from(bookings).where(eq(bookings.id, id)));
const takenOf = async (id: Id<"service_session">) =>
  one(await db.select().from(serviceSessions).where(eq(serviceSessions.id, id))).taken;

test("a visit moves with its price, to the same worker where she is free", async () => {
  const booking = await makeBooking();
  await makeRosteredWorker(booking.offerId);
  await move(booking, { startsAt: at(15) });
  const { fundShare, residentShare, workerId, reference, quotaMonth } = booking;
  expect(await bookingNow(booking.id)).toMatchObject({
    ...{ fundShare, residentShare, workerId, reference, quotaMonth },
    state: "confirmed",
    version: 2,
    startsAt: at(15),
    endsAt: at(16),
  });
  const told = await db.select().from(events).where(eq(events.byUserId, booking.bookedBy));
  expect(told).toMatchObject([
    {
      name: "booking.rescheduled",
      detail: {
        bookingId: booking.id,
        from: booking.startsAt.toISOString(),
        to: at(15).toISOString(),
      },
    },
  ]);
});

test("it may move to a time that overlaps its own", async () => {
  const booking = await makeBooking({ startsAt: at(10) });
  await move(booking, { startsAt: instantOf(dayOf(at(10)), 10 * 60 + 30) });
  expect((await bookingNow(booking.id)).version).toBe(2);
});

test("a seat moves: one session gets it back, the other gives one", async () => {
  const old = await makeServiceSession();
  const next = await makeServiceSession({ offerId: old.offerId, startsAt: at(13) });
  const booking = await makeBooking({ serviceSessionId: old.id });
  await move(booking, { sessionId: next.id });
  expect([await takenOf(old.id), await takenOf(next.id)]).toEqual([0, 1]);
  expect(await bookingNow(booking.id)).toMatchObject({
    serviceSessionId: next.id,
    startsAt: next.startsAt,
  });
});

test("two who move to the last seat at once: one does, the other keeps what she had", async () => {
  const next = await makeServiceSession({ startsAt: at(13), capacity: 1 });
  const old = await makeServiceSession({ offerId: next.offerId, startsAt: at(8) });
  const two = [
    await makeBooking({ serviceSessionId: old.id }),
    await makeBooking({ serviceSessionId: old.id }),
  ];
  const { done, refused } = await atOnce(2, (index) => move(two[index], { sessionId: next.id }));
  expect(done).toHaveLength(1);
  expect(refused).toMatchObject([{ code: "booking.full" }]);
  expect([await takenOf(old.id), await takenOf(next.id)]).toEqual([1, 1]);
});

test("two who move to one worker's hour at once: one does, the other keeps hers", async () => {
  const offer = await makeOffer();
  const { workerId } = await makeRosteredWorker(offer.id);
  const two = [
    await makeBooking({ offerId: offer.id, workerId, startsAt: at(9) }),
    await makeBooking({ offerId: offer.id, workerId, startsAt: at(10) }),
  ];
  const { done, refused } = await atOnce(2, (index) => move(two[index], { startsAt: at(15) }));
  expect(done).toHaveLength(1);
  expect(refused).toMatchObject([{ code: "booking.taken" }]);
  const kept = two.find(({ id }) => id !== done[0]);
  expect((await bookingNow(kept?.id ?? done[0] ?? (offer.id as never))).startsAt).toEqual(
    kept?.startsAt,
  );
});

test("two who swap sessions with each other, many times, never wait for ever", async () => {
  const morning = await makeServiceSession();
  const noon = await makeServiceSession({ offerId: morning.offerId, startsAt: at(13) });
  const here = await makeBooking({ serviceSessionId: morning.id });
  const there = await makeBooking({ serviceSessionId: noon.id });
  for (let version = 1; version <= 6; version += 1) {
    const [to, back] = version % 2 ? [noon, morning] : [morning, noon];
    const { refused } = await atOnce(2, (index) =>
      index
        ? move(there, { sessionId: back.id }, version)
        : move(here, { sessionId: to.id }, version),
    );
    expect(refused).toEqual([]);
  }
  expect([await takenOf(morning.id), await takenOf(noon.id)]).toEqual([1, 1]);
});

test("sent twice at once it moves once", async () => {
  const booking = await makeBooking();
  const { refused } = await atOnce(3, () => move(booking, { startsAt: at(15) }));
  expect(refused).toEqual([]);
  expect((await bookingNow(booking.id)).version).toBe(2);
});

test("both months are counted again, and the money stays where it was reserved", async () => {
  const booking = await makeBooking();
  const before = await db
    .select()
    .from(contractCounters)
    .where(eq(contractCounters.contractId, booking.contractId));
  await move(booking, { startsAt: at(15, 20) });
  const marks = await db
    .select()
    .from(summaryChanges)
    .where(eq(summaryChanges.offerId, booking.offerId));
  const months = [booking.startsAt, at(15, 20)].map((instant) => dayOf(instant).slice(0, 7));
  expect(marks.map(({ month }) => month).sort()).toEqual([...new Set(months)].sort());
  const after = await db
    .select()
    .from(contractCounters)
    .where(eq(contractCounters.contractId, booking.contractId));
  expect(after).toEqual(before);
});

test("after the cutoff, after another change, where it is taken or elsewhere, it stays", async () => {
  const soon = await makeBooking({ startsAt: addTo(new Date(), hours(1)) });
  await expect(move(soon, { startsAt: at(15) })).rejects.toMatchObject({
    code: "booking.too_late_to_move",
  });
  const booking = await makeBooking();
  await expect(move(booking, { startsAt: at(15) }, 9)).rejects.toMatchObject({ code: "conflict" });
  await expect(move(booking, { startsAt: at(20) })).rejects.toMatchObject({
    code: "booking.taken",
  });
  const other = await makeServiceSession();
  await expect(move(booking, { sessionId: other.id })).rejects.toMatchObject({ code: "not_found" });
  const stranger = { ...booking, residentId: (await makeResident()).residentId };
  await expect(move(stranger, { startsAt: at(15) })).rejects.toMatchObject({ code: "not_found" });
  const cancelled = await makeBooking({ state: "cancelled" });
  await expect(move(cancelled, { startsAt: at(15) })).rejects.toMatchObject({
    code: "lifecycle.not_now",
  });
  expect((await bookingNow(booking.id)).version).toBe(1);
});

test("it does not move to a day on which the programme no longer pays", async () => {
  const booking = await makeBooking();
  const validTo: Day = dayOf(booking.startsAt);
  if (!booking.programmeId) throw new Error("no programme");
  await db.update(programmes).set({ validTo }).where(eq(programmes.id, booking.programmeId));
  await expect(move(booking, { startsAt: at(15, 5) })).rejects.toMatchObject({
    code: "booking.programme_over",
  });
});
