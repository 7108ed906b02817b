import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { addDays, addTo, dayOf, hours, instantOf, minutesOf } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { calendarDays, offers, workerDays, workers } from "#db/schema/index.ts";
import { makeBooking } from "#db/seed/factories/bookings.ts";
import { makeOffer, makeRosteredWorker, makeServiceSession } from "#db/seed/factories/services.ts";
import { databaseNow } from "../clock.server.ts";
import {
  listFreeDays,
  listFreeSessions,
  listFreeStarts,
  listSessionsOf,
} from "./availability.server.ts";

const now = await databaseNow();
const today = dayOf(now);
const soon = addDays(today, 4);
const clock = (starts: { start: Date }[]) => starts.map(({ start }) => minutesOf(start) / 60);

describe("a visit can start", () => {
  test("while a worker of the offer is on duty and not taken", async () => {
    const offer = await makeOffer({ bufferBeforeMinutes: 15, bufferAfterMinutes: 15 });
    const worker = await makeRosteredWorker(offer.id, shifts(9, 13));
    expect(clock(await listFreeStarts(offer.id, soon, now))).toEqual([9.5, 10, 10.5, 11, 11.5]);

    const startsAt = instantOf(soon, 10 * 60);
    const { workerId } = worker;
    const { id: taken } = await makeBooking({ offerId: offer.id, workerId, startsAt });
    expect(clock(await listFreeStarts(offer.id, soon, now))).toEqual([11.5]);
    expect(clock(await listFreeStarts(offer.id, soon, now, taken))).toHaveLength(5);
  });

  test("with whoever is free then, each named once", async () => {
    const offer = await makeOffer();
    const early = await makeRosteredWorker(offer.id, shifts(9, 11));
    const late = await makeRosteredWorker(offer.id, shifts(10, 12));
    const starts = await listFreeStarts(offer.id, soon, now);
    expect(starts.map(({ start, workers: team }) => [minutesOf(start) / 60, team])).toEqual([
      [9, [early.workerId]],
      [9.5, [early.workerId]],
      [10, [early.workerId, late.workerId].sort()],
      [10.5, [late.workerId]],
      [11, [late.workerId]],
    ]);
  });

  test("at the hours entered for that day, and never on leave", async () => {
    const offer = await makeOffer();
    const { workerId } = await makeRosteredWorker(offer.id);
    await db.insert(workerDays).values([
      { workerId, day: soon, fromMinute: 13 * 60, toMinute: 15 * 60, note: "换班" },
      { workerId, day: addDays(soon, 1), note: "请假" },
    ]);
    const days = await listFreeDays(offer.id, soon, addDays(soon, 2), now);
    expect(days.map(({ day }) => day)).toEqual([soon, addDays(soon, 2)]);
    expect(clock(days[0]?.starts ?? [])).toEqual([13, 13.5, 14]);
  });

  test("on no holiday", async () => {
    const offer = await makeOffer({ horizonDays: 60 });
    await makeRosteredWorker(offer.id);
    const holiday = addDays(today, 40);
    await db.insert(calendarDays).values({ day: holiday, kind: "holiday", name: "测试假日" });
    expect(await listFreeStarts(offer.id, holiday, now)).toEqual([]);
    expect(await listFreeStarts(offer.id, addDays(holiday, 1), now)).not.toEqual([]);
  });

  test("between the notice and the horizon", async () => {
    const offer = await makeOffer({ noticeHours: 48, horizonDays: 3 });
    await makeRosteredWorker(offer.id);
    const days = await listFreeDays(offer.id, today, addDays(today, 10), now);
    for (const { starts } of days) {
      for (const { start } of starts) expect(start >= addTo(now, hours(48))).toBe(true);
    }
    expect(days.at(-1)?.day).toBe(addDays(today, 3));
  });

  test("with nobody who has left the organization", async () => {
    const offer = await makeOffer();
    const { workerId } = await makeRosteredWorker(offer.id);
    await db.update(workers).set({ active: false }).where(eq(workers.id, workerId));
    expect(await listFreeStarts(offer.id, soon, now)).toEqual([]);
  });

  test("only while the offer is published", async () => {
    const offer = await makeOffer();
    await makeRosteredWorker(offer.id);
    await db.update(offers).set({ published: false }).where(eq(offers.id, offer.id));
    expect(await listFreeStarts(offer.id, soon, now)).toEqual([]);
  });
});

describe("sessions", () => {
  test("tell how many seats are free, full ones too", async () => {
    const offer = await makeOffer({ mode: "seat" });
    const morning = instantOf(soon, 8 * 60);
    const wish = { offerId: offer.id, capacity: 2 };
    const open = await makeServiceSession({ ...wish, startsAt: morning, taken: 1 });
    const full = await makeServiceSession({
      ...wish,
      startsAt: addTo(morning, hours(6)),
      taken: 2,
    });
    await makeServiceSession({ ...wish, startsAt: addTo(morning, hours(48)) });

    const sessions = await listSessionsOf(offer.id, soon, soon);
    expect(sessions).toMatchObject([
      { id: open.id, period: "morning", startsAt: morning, capacity: 2, free: 1 },
      { id: full.id, period: "afternoon", free: 0 },
    ]);
    const free = await listFreeSessions(offer.id, soon, soon, now);
    expect(free.map(({ id }) => id)).toEqual([open.id]);
  });

  test("cannot be booked once the notice has begun", async () => {
    const session = await makeServiceSession({ startsAt: addTo(now, hours(1)) });
    expect(await listFreeSessions(session.offerId, session.day, session.day, now)).toEqual([]);
  });
});

function shifts(from: number, to: number) {
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    fromMinute: from * 60,
    toMinute: to * 60,
  }));
}
