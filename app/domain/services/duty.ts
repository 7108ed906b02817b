import type { MinuteRange } from "#app/domain/bookings/free-starts.ts";
import {
  addDays,
  addTo,
  type Day,
  dayOf,
  hours,
  instantOf,
  minutes,
  minutesOf,
  weekday,
} from "#app/values/time.ts";

/** Weekly hours in minutes of the day; weekday 1 is Monday. */
export type WeeklyHours = { weekday: number; fromMinute: number; toMinute: number };

/** A day that differs from the week; leave has no minutes. */
export type OtherDay = { fromMinute: number | null; toMinute: number | null };

/** When a worker is on duty: the entry for that day if there is one, nothing on a holiday, else her weekly hours. */
export function dutyOn(
  day: Day,
  week: readonly WeeklyHours[],
  other: OtherDay | undefined,
  holiday: boolean,
): MinuteRange[] {
  if (other) {
    const { fromMinute: from, toMinute: to } = other;
    return from === null || to === null ? [] : [{ from, to }];
  }
  if (holiday) return [];
  return week
    .filter((hours) => hours.weekday === weekday(day))
    .map(({ fromMinute, toMinute }) => ({ from: fromMinute, to: toMinute }));
}

/** How early and how late an offer takes bookings, within its contract's term. */
export type BookingTerms = {
  noticeHours: number;
  horizonDays: number;
  startsOn: Day;
  endsOn: Day;
};

/** Between which instant and which day (included) a service may start, if it is booked at `now`. */
export function bookableWindow(terms: BookingTerms, now: Date) {
  const notBefore = addTo(now, hours(terms.noticeHours));
  const horizon = addDays(dayOf(now), terms.horizonDays);
  return {
    notBefore,
    firstDay: later(dayOf(notBefore), terms.startsOn),
    lastDay: horizon < terms.endsOn ? horizon : terms.endsOn,
  };
}

/** Whether a service that starts at that instant can still, and already, be booked. */
export function isBookable(terms: BookingTerms, startsAt: Date, now: Date): boolean {
  const { notBefore, firstDay, lastDay } = bookableWindow(terms, now);
  const day = dayOf(startsAt);
  return startsAt >= notBefore && firstDay <= day && day <= lastDay;
}

/** The first minute of the day that is not before the instant; 1440 or more when the day is over by then. */
export function minuteNotBefore(day: Day, instant: Date): number {
  const at = dayOf(instant);
  if (at !== day) return at < day ? 0 : 1440;
  const minute = minutesOf(instant);
  return instant.getTime() % minutes(1) === 0 ? minute : minute + 1;
}

/** Time taken, in milliseconds since 1970. */
export type Taken = { from: number; to: number };

/** What is taken of that day, in its minutes; a minute begun is taken. */
export function minutesTaken(day: Day, taken: readonly Taken[]): MinuteRange[] {
  const midnight = instantOf(day, 0).getTime();
  return taken
    .map(({ from, to }) => ({
      from: Math.max(0, Math.floor((from - midnight) / minutes(1))),
      to: Math.min(1440, Math.ceil((to - midnight) / minutes(1))),
    }))
    .filter(({ from, to }) => from < to);
}

const later = (a: Day, b: Day): Day => (a < b ? b : a);
