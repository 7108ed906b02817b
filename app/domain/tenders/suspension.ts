import { addDays, addTo, dayOf, instantOf } from "#app/values/time.ts";
import { isWorkingDay, standstillEnd, type WorkingDayCalendar } from "../offices/working-days.ts";
import type { TenderStatus } from "./tender.ts";

/** A stretch of time in which a tender stood still; `until` is null while it does. */
export type Suspension = { from: Date; until: Date | null };

/** From its publication until its contract is signed a tender can be suspended. */
export const canSuspend = (status: TenderStatus): boolean =>
  ["open", "closed", "evaluating", "recommended", "publicised", "awarded"].includes(status);

/** For how long the tender stood still since `since`, in milliseconds. */
export function pausedSince(suspensions: readonly Suspension[], since: Date, now: Date): number {
  return suspensions.reduce((sum, { from, until }) => {
    const begin = Math.max(from.getTime(), since.getTime());
    return sum + Math.max(0, (until ?? now).getTime() - begin);
  }, 0);
}

/** A clock that had not run out when the tender was suspended goes on for as long as it had left. */
export const shifted = (end: Date, { from, until }: { from: Date; until: Date }): Date =>
  end > from ? addTo(end, until.getTime() - from.getTime()) : end;

/** The same for a period in working days: it ends with a working day, never earlier than by the time alone. */
export function shiftedWorkingDays(
  end: Date,
  stretch: { from: Date; until: Date },
  calendar: WorkingDayCalendar,
): Date {
  const moved = shifted(end, stretch);
  return moved > end ? endOfWorkingDay(moved, calendar) : end;
}

/** The end (24:00 in Shanghai) of the first working day that is not over before `at`. */
function endOfWorkingDay(at: Date, calendar: WorkingDayCalendar): Date {
  let day = dayOf(addTo(at, -1));
  while (!isWorkingDay(day, calendar)) day = addDays(day, 1);
  return instantOf(day, 1440);
}

/** The end of a period of `n` working days after `since`, later by as long as the tender stood still meanwhile. */
export function periodEnd(
  since: Date,
  n: number,
  calendar: WorkingDayCalendar,
  suspensions: readonly Suspension[],
  now: Date,
): Date {
  const end = standstillEnd(since, n, calendar);
  const paused = pausedSince(suspensions, since, now);
  return paused > 0 ? endOfWorkingDay(addTo(end, paused), calendar) : end;
}
