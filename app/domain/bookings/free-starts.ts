/** A part of a day in minutes since midnight, without its last minute: [from, to). */
export type MinuteRange = { from: number; to: number };

/** All in minutes; `busy` is what is occupied already, with its own buffers; starts lie on whole steps since midnight. */
export type FreeStartsInput = {
  hours: readonly MinuteRange[];
  busy: readonly MinuteRange[];
  duration: number;
  before: number;
  after: number;
  step?: number;
  notBefore?: number;
};

/** The minutes at which a visit may start, so that with its buffers it fits in the hours and overlaps nothing; hours that touch are one. */
export function freeStarts(input: FreeStartsInput): number[] {
  const { busy, duration, before, after, step = 30, notBefore = 0 } = input;
  if (duration <= 0 || before < 0 || after < 0 || step <= 0) {
    throw new RangeError("a visit lasts some minutes, and so does a step");
  }
  const starts: number[] = [];
  for (const { from, to } of joined(input.hours)) {
    const earliest = Math.max(from + before, notBefore);
    const last = to - after - duration;
    for (let start = Math.ceil(earliest / step) * step; start <= last; start += step) {
      const occupied = { from: start - before, to: start + duration + after };
      if (!busy.some((taken) => overlap(notEmpty(taken), occupied))) starts.push(start);
    }
  }
  return starts;
}

/** In order of time, with ranges that touch or overlap made one. */
function joined(ranges: readonly MinuteRange[]): MinuteRange[] {
  const result: MinuteRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const { from, to } = notEmpty(range);
    const last = result.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
}

const overlap = (a: MinuteRange, b: MinuteRange): boolean => a.from < b.to && b.from < a.to;

/** An empty range would overlap nothing and so hide that the time is taken. */
function notEmpty(range: MinuteRange): MinuteRange {
  if (range.from >= range.to)
    throw new RangeError(`${range.from} to ${range.to} is no time at all`);
  return range;
}
