import { and, asc, between, eq, gt, inArray, lt, ne, sql } from "drizzle-orm";
import { holdingStates } from "#app/domain/bookings/booking.ts";
import type { Id } from "#app/values/id.ts";
import { type Day, instantOf } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { bookings } from "#db/schema/bookings.ts";
import { contracts } from "#db/schema/contracts.ts";
import { calendarDays } from "#db/schema/offices.ts";
import { workerDays, workerHours, workers } from "#db/schema/organizations.ts";
import { offers, offerWorkers, serviceSessions } from "#db/schema/services.ts";
import type { OtherDay, Taken, WeeklyHours } from "./duty.ts";

export type RosteredWorker = {
  workerId: Id<"worker">;
  week: WeeklyHours[];
  others: Map<Day, OtherDay>;
  busy: Taken[];
};
/** Who delivers an offer, with all that decides when; and the holidays of the time asked about. */
export type Roster = { workers: RosteredWorker[]; holidays: Set<Day> };

const offerId = sql.placeholder("offerId");
const fromDay = sql.placeholder("fromDay");
const toDay = sql.placeholder("toDay");
const team = db
  .select({ workerId: offerWorkers.workerId })
  .from(offerWorkers)
  .where(eq(offerWorkers.offerId, offerId));

const termsQuery = db
  .select({
    durationMinutes: offers.durationMinutes,
    bufferBeforeMinutes: offers.bufferBeforeMinutes,
    bufferAfterMinutes: offers.bufferAfterMinutes,
    noticeHours: offers.noticeHours,
    horizonDays: offers.horizonDays,
    startsOn: contracts.startsOn,
    endsOn: contracts.endsOn,
  })
  .from(offers)
  .innerJoin(contracts, eq(contracts.id, offers.contractId))
  .where(and(eq(offers.id, offerId), offers.published, eq(contracts.status, "active")))
  .prepare("offer_terms");

const weekQuery = db
  .select({
    workerId: workerHours.workerId,
    weekday: workerHours.weekday,
    fromMinute: workerHours.fromMinute,
    toMinute: workerHours.toMinute,
  })
  .from(workerHours)
  .innerJoin(workers, and(eq(workers.id, workerHours.workerId), workers.active))
  .where(inArray(workerHours.workerId, team))
  .prepare("offer_week");

const otherDaysQuery = db
  .select({
    workerId: workerDays.workerId,
    day: workerDays.day,
    fromMinute: workerDays.fromMinute,
    toMinute: workerDays.toMinute,
  })
  .from(workerDays)
  .innerJoin(workers, and(eq(workers.id, workerDays.workerId), workers.active))
  .where(and(inArray(workerDays.workerId, team), between(workerDays.day, fromDay, toDay)))
  .prepare("offer_other_days");

/** A visit lasts a day at most: what reaches into the first day started after the day before began. */
const busyQuery = db
  .select({
    workerId: bookings.workerId,
    from: sql<number>`extract(epoch from lower(${bookings.occupied}))::float8`,
    to: sql<number>`extract(epoch from upper(${bookings.occupied}))::float8`,
  })
  .from(bookings)
  .where(
    and(
      inArray(bookings.workerId, team),
      inArray(bookings.state, [...holdingStates]),
      gt(bookings.startsAt, sql`${sql.placeholder("from")}::timestamptz - interval '2 days'`),
      lt(bookings.startsAt, sql`${sql.placeholder("to")}::timestamptz + interval '1 day'`),
      ne(bookings.id, sql.placeholder("except")),
    ),
  )
  .prepare("offer_busy");

const holidaysQuery = db
  .select({ day: calendarDays.day })
  .from(calendarDays)
  .where(and(eq(calendarDays.kind, "holiday"), between(calendarDays.day, fromDay, toDay)))
  .prepare("holidays");

const sessionsQuery = db
  .select({
    id: serviceSessions.id,
    day: serviceSessions.day,
    period: serviceSessions.period,
    startsAt: serviceSessions.startsAt,
    endsAt: serviceSessions.endsAt,
    capacity: serviceSessions.capacity,
    free: sql<number>`${serviceSessions.capacity} - ${serviceSessions.taken}`,
  })
  .from(serviceSessions)
  .where(and(eq(serviceSessions.offerId, offerId), between(serviceSessions.day, fromDay, toDay)))
  .orderBy(asc(serviceSessions.startsAt), asc(serviceSessions.id))
  .prepare("offer_sessions");

const NO_BOOKING = "00000000-0000-0000-0000-000000000000";

/** What decides when the offer can be booked; undefined while it is not published or its contract not active. */
export async function readTerms(id: Id<"offer">) {
  const [terms] = await termsQuery.execute({ offerId: id });
  return terms;
}

export const readSessions = (id: Id<"offer">, from: Day, to: Day) =>
  sessionsQuery.execute({ offerId: id, fromDay: from, toDay: to });

/** The offer's active workers from day to day, in order of id, without the booking `except`. */
export async function readRoster(
  id: Id<"offer">,
  from: Day,
  to: Day,
  except?: Id<"booking">,
): Promise<Roster> {
  const span = { offerId: id, fromDay: from, toDay: to };
  const instants = {
    from: instantOf(from, 0).toISOString(),
    to: instantOf(to, 1440).toISOString(),
  };
  const [week, others, busy, holidays] = await Promise.all([
    weekQuery.execute(span),
    otherDaysQuery.execute(span),
    busyQuery.execute({ ...span, ...instants, except: except ?? NO_BOOKING }),
    holidaysQuery.execute(span),
  ]);
  const found = new Map<Id<"worker">, RosteredWorker>();
  const workerOf = (workerId: Id<"worker">) => {
    const known: RosteredWorker = found.get(workerId) ?? {
      workerId,
      week: [],
      others: new Map(),
      busy: [],
    };
    found.set(workerId, known);
    return known;
  };
  for (const { workerId, ...hours } of week) workerOf(workerId).week.push(hours);
  for (const { workerId, day, ...other } of others) workerOf(workerId).others.set(day, other);
  for (const { workerId, from: start, to: end } of busy) {
    if (workerId) found.get(workerId)?.busy.push({ from: start * 1000, to: end * 1000 });
  }
  const ordered = [...found.values()].sort((a, b) => (a.workerId < b.workerId ? -1 : 1));
  return { workers: ordered, holidays: new Set(holidays.map(({ day }) => day)) };
}
