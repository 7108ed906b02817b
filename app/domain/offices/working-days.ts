import { addDays, type Day, dayOf, instantOf, weekday } from "#app/values/time.ts";

/** What a day can be: by the week's rule, or in spite of it. */
export const dayKinds = ["ordinary", "holiday", "workday"] as const;
export type DayKind = (typeof dayKinds)[number];

/** The days on which the week's rule does not hold: statutory holidays and make-up workdays (调休). */
export type WorkingDayCalendar = ReadonlyMap<Day, "holiday" | "workday">;

/** Monday to Friday, unless the calendar says otherwise. */
export function isWorkingDay(day: Day, calendar: WorkingDayCalendar): boolean {
  const exception = calendar.get(day);
  return exception ? exception === "workday" : weekday(day) <= 5;
}

/** The n-th working day after `from`, which itself does not count; `from` itself when n is 0. */
export function addWorkingDays(from: Day, n: number, calendar: WorkingDayCalendar): Day {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`${n} is not a number of working days`);
  let day = from;
  for (let left = n; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

/** The end (24:00 in Shanghai) of the n-th working day after the day of `at`. */
export function standstillEnd(at: Date, n: number, calendar: WorkingDayCalendar): Date {
  return instantOf(addWorkingDays(dayOf(at), n, calendar), 1440);
}

/** The same time of day on the n-th working day after the day of `at`. */
export function workingDaysAfter(at: Date, n: number, calendar: WorkingDayCalendar): Date {
  const day = dayOf(at);
  const sinceMidnight = at.getTime() - instantOf(day, 0).getTime();
  return new Date(instantOf(addWorkingDays(day, n, calendar), 0).getTime() + sinceMidnight);
}
