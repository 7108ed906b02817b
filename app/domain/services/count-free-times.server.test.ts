import { and, asc, eq, gte } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { cancelBooking } from "#app/domain/bookings/cancel.server.ts";
import { rescheduleBooking } from "#app/domain/bookings/reschedule.server.ts";
import { databaseNow, moveClock } from "#app/domain/clock.server.ts";
import type { Id } from "#app/values/id.ts";
import { addDays, addTo, type Day, dayOf, days, instantOf } from "#app/values/time.ts";
import { db, sqlClient } from "#db/client.server.ts";
import {
  calendarDays,
  freeTimeChanges,
  freeTimeCounts,
  freeTimes,
  offers,
  offerWorkers,
  serviceSessions,
  workerDays,
  workerHours,
  workers,
} from "#db/schema/index.ts";
import { actOf, makeManager } from "#db/seed/factories/accounts.ts";
import { makeBooking } from "#db/seed/factories/bookings.ts";
import { makeOffer, makeRosteredWorker, makeServiceSession } from "#db/seed/factories/services.ts";
import { listFreeDays } from "./availability.server.ts";
import { findCatalogue } from "./catalogue.server.ts";
import { findWrongFreeTimes, repairFreeTimes } from "./check-free-times.server.ts";
import { countFreeTimes } from "./count-free-times.server.ts";
import { pauseOffer } from "./pause-offer.server.ts";
import { publishOffer } from "./publish-offer.server.ts";
import { resizeSession } from "./resize-session.server.ts";

const HORIZON = 5;
let today: Day;

beforeEach(async () => {
  today = dayOf(await databaseNow());
});

async function countAll() {
  while ((await countFreeTimes()) > 0);
}

/** A visit whose one worker has time for one a day, from nine to ten. */
async function narrow() {
  const offer = await makeOffer({ horizonDays: HORIZON, noticeHours: 0 });
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    fromMinute: 540,
    toMinute: 600,
  }));
  const { workerId } = await makeRosteredWorker(offer.id, week);
  await countAll();
  return { offerId: offer.id, offer, workerId };
}

const nineOn = (ahead: number) => instantOf(addDays(today, ahead), 9 * 60);

/** Counted days as days ahead, from tomorrow to the horizon. */
async function countedDays(offerId: Id<"offer">) {
  await countAll();
  const rows = await db
    .select({ at: freeTimes.latestStart })
    .from(freeTimes)
    .where(and(eq(freeTimes.offerId, offerId), gte(freeTimes.latestStart, nineOn(1))))
    .orderBy(asc(freeTimes.latestStart));
  const counted = rows.map(({ at }) => dayOf(at));
  return [1, 2, 3, 4, 5].filter((ahead) => counted.includes(addDays(today, ahead)));
}

async function actOfBooker({
  residentId,
  officeId,
  bookedBy,
}: Awaited<ReturnType<typeof makeBooking>>) {
  return await actOf({ role: "resident" as const, userId: bookedBy, residentId, officeId });
}

describe("a day is counted full and free again", () => {
  test("when a visit is booked, moved and cancelled", async () => {
    const { offerId, workerId } = await narrow();
    expect(await countedDays(offerId)).toEqual([1, 2, 3, 4, 5]);
    const booking = await makeBooking({ offerId, workerId, startsAt: nineOn(2) });
    expect(await countedDays(offerId)).toEqual([1, 3, 4, 5]);
    const act = await actOfBooker(booking);
    const wish = { bookingId: booking.id, version: booking.version };
    await rescheduleBooking(act, { ...wish, to: { startsAt: nineOn(3) } });
    expect(await countedDays(offerId)).toEqual([1, 2, 4, 5]);
    await cancelBooking(act, { ...wish, version: booking.version + 1, reason: "" });
    expect(await countedDays(offerId)).toEqual([1, 2, 3, 4, 5]);
  });

  test("for every offer that the worker delivers", async () => {
    const { offerId, offer, workerId } = await narrow();
    const other = await makeOffer({ contractId: offer.contractId });
    await db.insert(offerWorkers).values({ offerId: other.id, workerId });
    expect(await countedDays(other.id)).toEqual([1, 2, 3, 4, 5]);
    await makeBooking({ offerId, workerId, startsAt: nineOn(4) });
    expect(await countedDays(other.id)).toEqual([1, 2, 3, 5]);
    await db.delete(offerWorkers).where(eq(offerWorkers.offerId, other.id));
    expect(await countedDays(other.id)).toEqual([]);
  });

  test("when hours, a day off, a holiday or the team change", async () => {
    const { offerId, workerId } = await narrow();
    await db.insert(workerDays).values({ workerId, day: addDays(today, 1) });
    expect(await countedDays(offerId)).toEqual([2, 3, 4, 5]);
    await db.delete(workerDays).where(eq(workerDays.workerId, workerId));
    const holiday = addDays(today, 5);
    await db.insert(calendarDays).values({ day: holiday, kind: "holiday", name: "测试假日" });
    expect(await countedDays(offerId)).toEqual([1, 2, 3, 4]);
    await db.delete(calendarDays).where(eq(calendarDays.day, holiday));
    await db.update(workers).set({ active: false }).where(eq(workers.id, workerId));
    expect(await countedDays(offerId)).toEqual([]);
    await db.update(workers).set({ active: true }).where(eq(workers.id, workerId));
    expect(await countedDays(offerId)).toEqual([1, 2, 3, 4, 5]);
    await db.update(workerHours).set({ toMinute: 590 }).where(eq(workerHours.workerId, workerId));
    expect(await countedDays(offerId)).toEqual([]);
    await db.update(offers).set({ durationMinutes: 45 }).where(eq(offers.id, offerId));
    expect(await countedDays(offerId)).toEqual([1, 2, 3, 4, 5]);
  });

  test("when seats are opened, taken, given back and fewer", async () => {
    const { id: offerId, organizationId } = await makeOffer({ mode: "seat" });
    const manager = await actOf(await makeManager(organizationId));
    expect(await countedDays(offerId)).toEqual([]);
    const session = await makeServiceSession({ offerId, startsAt: nineOn(2), capacity: 2 });
    expect(await countedDays(offerId)).toEqual([2]);
    const booking = await makeBooking({ serviceSessionId: session.id });
    await countAll();
    expect(await seatsOf(offerId)).toEqual([1]);
    await resizeSession(manager, { offerId, sessionId: session.id, capacity: 1 });
    expect(await countedDays(offerId)).toEqual([]);
    const wish = { bookingId: booking.id, version: booking.version, reason: "" };
    await cancelBooking(await actOfBooker(booking), wish);
    await countAll();
    expect(await seatsOf(offerId)).toEqual([1]);
    await resizeSession(manager, { offerId, sessionId: session.id, capacity: 0 });
    expect(await countedDays(offerId)).toEqual([]);
  });

  test("when an offer is paused and published again", async () => {
    const { offerId, offer } = await narrow();
    const manager = await makeManager(offer.organizationId);
    await pauseOffer(await actOf(manager), offerId);
    expect(await countedDays(offerId)).toEqual([]);
    expect(await countsOf(offerId)).toEqual([]);
    await publishOffer(await actOf(manager), offerId);
    expect(await countedDays(offerId)).toEqual([1, 2, 3, 4, 5]);
  });
});

const seatsOf = async (offerId: Id<"offer">) =>
  (await db.select().from(freeTimes).where(eq(freeTimes.offerId, offerId))).map(
    ({ seats }) => seats,
  );
const countsOf = async (offerId: Id<"offer">) =>
  await db.select().from(freeTimeCounts).where(eq(freeTimeCounts.offerId, offerId));

test("what does not move a worker's time is not counted again", async () => {
  const { offerId, workerId } = await narrow();
  const seat = await makeBooking({ serviceSessionId: (await makeServiceSession()).id });
  await makeBooking({ offerId, workerId, state: "accepted", startsAt: nineOn(-3) });
  await countAll();
  await db.update(offers).set({ title: "改名" }).where(eq(offers.id, offerId));
  await db.update(workers).set({ name: "改名" }).where(eq(workers.id, workerId));
  const endsAt = addTo(seat.endsAt, 1_000);
  await db.update(serviceSessions).set({ endsAt }).where(eq(serviceSessions.offerId, seat.offerId));
  expect(await db.select().from(freeTimeChanges)).toEqual([]);
});

test("one process counts at a time, and whoever books does not wait for it", async () => {
  const { offerId, workerId } = await narrow();
  await sqlClient.begin(async (counting) => {
    await counting`select pg_advisory_xact_lock(hashtext('count free times'))`;
    await counting`update free_times set seats = seats where offer_id = ${offerId}`;
    await makeBooking({ offerId, workerId, startsAt: nineOn(1) });
    expect(await countFreeTimes()).toBe(0);
    expect(await db.select().from(freeTimeChanges)).toMatchObject([{ workerId }]);
  });
  expect(await countedDays(offerId)).toEqual([2, 3, 4, 5]);
});

test("the nightly check finds what differs, leaves out what waits, and has it counted again", async () => {
  const { offerId, workerId } = await narrow();
  expect(await findWrongFreeTimes()).toEqual([]);
  await makeBooking({ offerId, workerId, startsAt: nineOn(1) });
  expect(await findWrongFreeTimes()).toEqual([]);
  await db.delete(freeTimeChanges).where(eq(freeTimeChanges.workerId, workerId));
  expect(await findWrongFreeTimes()).toEqual([offerId]);
  expect(await repairFreeTimes()).toBe(1);
  expect(await countedDays(offerId)).toEqual([2, 3, 4, 5]);
  expect(await findWrongFreeTimes()).toEqual([]);
});

describe("when the clock moves on", () => {
  async function shown(offer: { communityIds: Id<"community">[] }, day?: Day) {
    const [communityId] = offer.communityIds;
    return (await findCatalogue({ communityId, day }, await databaseNow())).rows[0]?.nextDay;
  }

  test("over midnight, the day before is gone and the horizon's new day there without a count", async () => {
    const { offer, offerId, workerId } = await narrow();
    await makeBooking({ offerId, workerId, startsAt: nineOn(2) });
    await countAll();
    const newDay = addDays(today, HORIZON + 1);
    expect(await shown(offer, newDay)).toBeUndefined();
    await moveClock(instantOf(addDays(today, 1), 0));
    expect(await shown(offer)).toBe(addDays(today, 1));
    expect(await shown(offer, newDay)).toBe(newDay);
    await moveClock(addTo(nineOn(1), 1));
    expect(await shown(offer)).toBe(addDays(today, 3));
  });

  test("by weeks while the worker was away, it catches up with all of it", async () => {
    const several = [await narrow(), await narrow(), await narrow()];
    const [first] = several;
    if (!first) throw new Error("no offer");
    await moveClock(addTo(await databaseNow(), days(20)));
    today = dayOf(await databaseNow());
    const { offerId: bookedId, workerId } = first;
    await makeBooking({ offerId: bookedId, workerId, startsAt: nineOn(2) });
    expect(await shown(first.offer)).toBeNull();
    while ((await countFreeTimes(1, 1)) > 0);
    expect(await findWrongFreeTimes()).toEqual([]);
    for (const { offerId, offer } of several) {
      const now = await databaseNow();
      const exact = await listFreeDays(offerId, today, addDays(today, HORIZON), now);
      for (const { day } of exact) expect(await shown(offer, day)).toBe(day);
      expect(exact.map(({ day }) => day).includes(addDays(today, 2))).toBe(offerId !== bookedId);
    }
    expect(await shown(first.offer, addDays(today, 2))).toBeUndefined();
  });
});
