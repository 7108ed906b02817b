declare const unit: unique symbol;

/** A calendar day in Shanghai, written "YYYY-MM-DD": days sort and compare as their text does. */
export type Day = string & { readonly [unit]: "day" };

/** Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The zone of everything shown to people. */
export const ZONE = "Asia/Shanghai";

/** Shanghai is eight hours ahead of UTC, without summer time since 1992. */
const OFFSET = 8 * 3_600_000;
const DAY = 24 * 3_600_000;
const weekdays: readonly Weekday[] = [4, 5, 6, 7, 1, 2, 3];

/** Refuses any text that is not a day of the calendar, such as 2026-02-30. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`${text} is not a calendar day`);
  return text;
}

/** Whether the text is a day of the calendar, from year 0001 to 9999. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < "0001") return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** The day it is in Shanghai at the instant. */
export function dayOf(instant: Date): Day {
  return dayNumbered(Math.floor(shanghaiMs(instant) / DAY));
}

/** The instant at which the day is so many minutes old, from 0 to 1440, which is its 24:00. */
export function instantOf(on: Day, minutesOfDay: number): Date {
  if (!Number.isInteger(minutesOfDay) || minutesOfDay < 0 || minutesOfDay > 1440) {
    throw new RangeError(`${minutesOfDay} is not a minute of the day`);
  }
  return new Date(numberOf(on) * DAY + minutes(minutesOfDay) - OFFSET);
}

/** Whole minutes since midnight in Shanghai, 0 to 1439. */
export function minutesOf(instant: Date): number {
  const ms = shanghaiMs(instant);
  return Math.floor((ms - Math.floor(ms / DAY) * DAY) / minutes(1));
}

export function addDays(from: Day, count: number): Day {
  if (!Number.isInteger(count)) throw new RangeError(`${count} is not a whole number of days`);
  return dayNumbered(numberOf(from) + count);
}

/** How many days after `from` the day `to` is; negative if it is before. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

export function weekday(of: Day): Weekday {
  const found = weekdays[((numberOf(of) % 7) + 7) % 7];
  if (!found) throw new RangeError(`${of} has no weekday`);
  return found;
}

/** The month of the day, written "YYYY-MM". */
export function monthOf(of: Day): string {
  return of.slice(0, 7);
}

/** The instant as ISO 8601 writes it in Shanghai: 2026-11-30T17:00:00.000+08:00. */
export function isoInShanghai(instant: Date): string {
  return `${new Date(shanghaiMs(instant)).toISOString().slice(0, -1)}+08:00`;
}

/** The wall time in Shanghai as a date-time field shows it: 2026-11-30T17:00. */
export const wallTimeText = (instant: Date): string => isoInShanghai(instant).slice(0, 16);

/** Completed years of age; somebody born on 29 February is a year older on 1 March of a common year. */
export function ageOn(birth: Day, on: Day): number {
  if (on < birth) throw new RangeError(`${on} is before the birth on ${birth}`);
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** Durations are milliseconds. */
export const minutes = (n: number): number => n * 60_000;
export const hours = (n: number): number => n * 3_600_000;
export const days = (n: number): number => n * DAY;

/** The instant so many milliseconds later. */
export function addTo(instant: Date, ms: number): Date {
  return new Date(valid(instant) + ms);
}

function numberOf(on: Day): number {
  return Date.parse(`${on}T00:00:00Z`) / DAY;
}

function dayNumbered(number: number): Day {
  return day(new Date(number * DAY).toISOString().slice(0, 10));
}

function shanghaiMs(instant: Date): number {
  return valid(instant) + OFFSET;
}

function valid(instant: Date): number {
  const ms = instant.getTime();
  if (Number.isNaN(ms)) throw new RangeError("not an instant");
  return ms;
}
