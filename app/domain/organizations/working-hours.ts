import type { MinuteRange } from "#app/domain/bookings/free-starts.ts";

const part = /(\d{1,2}:\d{2})\s*[-–—~～至到]+\s*(\d{1,2}:\d{2})/g;
const betweenParts = /^[\s、，,；;]*$/;

/** Hours as people type them, such as “9:00-12:00、13:30-17:30”; undefined where that is not how it reads. */
export function parseHours(text: string): MinuteRange[] | undefined {
  const plain = text.replaceAll("：", ":");
  if (!betweenParts.test(plain.replaceAll(part, ""))) return undefined;
  const ranges = [...plain.matchAll(part)].map(([, start = "", end = ""]) => rangeOf(start, end));
  return ranges.every((range) => range !== undefined) ? ranges : undefined;
}

/** The same hours as `parseHours` reads them. */
export const writeHours = (ranges: readonly MinuteRange[]): string =>
  [...ranges]
    .sort((a, b) => a.from - b.from)
    .map(({ from, to }) => `${clock(from)}-${clock(to)}`)
    .join("、");

/** Whether two parts of one day share a minute. */
export function hoursOverlap(ranges: readonly MinuteRange[]): boolean {
  const ordered = [...ranges].sort((a, b) => a.from - b.from);
  return ordered.some((range, index) => range.from < (ordered[index - 1]?.to ?? 0));
}

/** A time of day such as 8:30 in minutes; undefined for what is none. 24:00 is the end of the day. */
export function parseTime(text: string): number | undefined {
  const found = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
  if (!found) return undefined;
  const [hour, minute] = [Number(found[1]), Number(found[2])];
  const minutes = hour * 60 + minute;
  return minute < 60 && minutes <= 1440 ? minutes : undefined;
}

/** 8:30 in the morning is “08:30”. */
export const clock = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, "0")).join(":");

function rangeOf(start: string, end: string): MinuteRange | undefined {
  const [from, to] = [parseTime(start), parseTime(end)];
  return from !== undefined && to !== undefined && from < to ? { from, to } : undefined;
}
