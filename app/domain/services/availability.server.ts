import type { Period } from "#app/domain/bookings/booking.ts";
import { freeStarts } from "#app/domain/bookings/free-starts.ts";
import type { Id } from "#app/values/id.ts";
import { addDays, type Day, daysBetween, instantOf } from "#app/values/time.ts";
import { type Roster, readRoster, readSessions, readTerms } from "./availability-reads.server.ts";
import { bookableWindow, dutyOn, isBookable, minuteNotBefore, minutesTaken } from "./duty.ts";

/** An instant at which a visit may start, and who could do it then, in order of id. */
export type FreeStart = { start: Date; workers: Id<"worker">[] };
export type FreeDay = { day: Day; starts: FreeStart[] };
export type SessionOnDay = {
  id: Id<"service_session">;
  day: Day;
  period: Period;
  startsAt: Date;
  endsAt: Date;
  capacity: number;
  free: number;
};

/** When a visit may start on that day if it is booked at `now`; `except` is a booking that would move away. */
export async function listFreeStarts(
  offerId: Id<"offer">,
  day: Day,
  now: Date,
  except?: Id<"booking">,
): Promise<FreeStart[]> {
  const [found] = await listFreeDays(offerId, day, day, now, except);
  return found?.starts ?? [];
}

/** The same for each day from the first to the last; a day without a free start is left out. */
export async function listFreeDays(
  offerId: Id<"offer">,
  fromDay: Day,
  toDay: Day,
  now: Date,
  except?: Id<"booking">,
): Promise<FreeDay[]> {
  const [terms, roster] = await Promise.all([
    readTerms(offerId),
    readRoster(offerId, fromDay, toDay, except),
  ]);
  if (!terms) return [];
  const { notBefore, firstDay, lastDay } = bookableWindow(terms, now);
  return daysFrom(fromDay < firstDay ? firstDay : fromDay, toDay < lastDay ? toDay : lastDay)
    .map((day) => ({ day, starts: startsOn(day, terms, roster, notBefore) }))
    .filter(({ starts }) => starts.length > 0);
}

/** Every session of the offer from day to day in order of time, full ones too. */
export const listSessionsOf = (
  offerId: Id<"offer">,
  fromDay: Day,
  toDay: Day,
): Promise<SessionOnDay[]> => readSessions(offerId, fromDay, toDay);

/** The sessions that somebody can book at `now`: with free seats, in time, of a published offer. */
export async function listFreeSessions(
  offerId: Id<"offer">,
  fromDay: Day,
  toDay: Day,
  now: Date,
): Promise<SessionOnDay[]> {
  const [terms, sessions] = await Promise.all([
    readTerms(offerId),
    readSessions(offerId, fromDay, toDay),
  ]);
  if (!terms) return [];
  return sessions.filter(({ free, startsAt }) => free > 0 && isBookable(terms, startsAt, now));
}

type Terms = NonNullable<Awaited<ReturnType<typeof readTerms>>>;

function startsOn(day: Day, terms: Terms, roster: Roster, notBefore: Date): FreeStart[] {
  const byMinute = new Map<number, Id<"worker">[]>();
  for (const { workerId, week, others, busy } of roster.workers) {
    const starts = freeStarts({
      hours: dutyOn(day, week, others.get(day), roster.holidays.has(day)),
      busy: minutesTaken(day, busy),
      duration: terms.durationMinutes,
      before: terms.bufferBeforeMinutes,
      after: terms.bufferAfterMinutes,
      notBefore: minuteNotBefore(day, notBefore),
    });
    for (const minute of starts) {
      byMinute.set(minute, [...(byMinute.get(minute) ?? []), workerId]);
    }
  }
  return [...byMinute]
    .sort(([a], [b]) => a - b)
    .map(([minute, workers]) => ({ start: instantOf(day, minute), workers }));
}

function daysFrom(first: Day, last: Day): Day[] {
  const length = Math.max(0, daysBetween(first, last) + 1);
  return Array.from({ length }, (_, index) => addDays(first, index));
}
