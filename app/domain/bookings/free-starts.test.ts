import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { freeStarts, type MinuteRange } from "./free-starts.ts";

const clock = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const range = (from: string, to: string): MinuteRange => ({ from: clock(from), to: clock(to) });
const spoken = (minutes: number[]) =>
  minutes.map((minute) =>
    [Math.floor(minute / 60), minute % 60].map((n) => String(n).padStart(2, "0")).join(":"),
  );

const oneHour = { busy: [], duration: 60, before: 0, after: 0 };

describe("a visit may start", () => {
  test("on every half hour that leaves room for it", () => {
    const starts = freeStarts({ ...oneHour, hours: [range("09:00", "11:00")] });
    expect(spoken(starts)).toEqual(["09:00", "09:30", "10:00"]);
  });

  test("only when its buffers fit in the hours too", () => {
    const starts = freeStarts({
      ...oneHour,
      before: 15,
      after: 15,
      hours: [range("09:00", "11:00")],
    });
    expect(spoken(starts)).toEqual(["09:30"]);
  });

  test("as soon as the time before it ends, and until the next begins", () => {
    const starts = freeStarts({
      ...oneHour,
      hours: [range("09:00", "12:00")],
      busy: [range("09:00", "09:30"), range("11:30", "12:00")],
    });
    expect(spoken(starts)).toEqual(["09:30", "10:00", "10:30"]);
  });

  test("across hours that touch, but not across a break", () => {
    const visit = { ...oneHour, duration: 120 };
    const touching = [range("10:00", "12:00"), range("08:30", "10:00")];
    expect(spoken(freeStarts({ ...visit, hours: touching }))).toEqual([
      "08:30",
      "09:00",
      "09:30",
      "10:00",
    ]);
    const broken = [range("08:30", "10:00"), range("10:30", "12:30")];
    expect(spoken(freeStarts({ ...visit, hours: broken }))).toEqual(["10:30"]);
  });

  test("not before the notice has passed", () => {
    const hours = [range("09:00", "11:00")];
    expect(spoken(freeStarts({ ...oneHour, hours, notBefore: clock("09:31") }))).toEqual(["10:00"]);
    expect(freeStarts({ ...oneHour, hours, notBefore: clock("10:01") })).toEqual([]);
  });

  test("on another step where it is told so", () => {
    const starts = freeStarts({ ...oneHour, step: 45, hours: [range("09:00", "10:45")] });
    expect(spoken(starts)).toEqual(["09:00", "09:45"]);
  });

  test("never, when nobody is on duty", () => {
    expect(freeStarts({ ...oneHour, hours: [] })).toEqual([]);
  });
});

test("a time that is empty, or a visit without length, is a mistake", () => {
  const hours = [range("09:00", "11:00")];
  expect(() => freeStarts({ ...oneHour, hours, busy: [range("09:30", "09:30")] })).toThrow(
    RangeError,
  );
  expect(() => freeStarts({ ...oneHour, hours: [range("11:00", "09:00")] })).toThrow(RangeError);
  expect(() => freeStarts({ ...oneHour, hours, duration: 0 })).toThrow(RangeError);
  expect(() => freeStarts({ ...oneHour, hours, step: 0 })).toThrow(RangeError);
});

test("every free start is found, and nothing else, as trying each minute finds them", () => {
  const part = fc
    .tuple(fc.nat({ max: 287 }), fc.integer({ min: 1, max: 60 }))
    .map(([from, length]) => ({ from: from * 5, to: Math.min(1440, (from + length) * 5) }));
  const visit = fc.record({
    hours: fc.array(part, { maxLength: 4 }),
    busy: fc.array(part, { maxLength: 6 }),
    duration: fc.integer({ min: 1, max: 24 }).map((n) => n * 5),
    before: fc.constantFrom(0, 10, 25),
    after: fc.constantFrom(0, 5, 30),
    step: fc.constantFrom(5, 15, 30, 60),
    notBefore: fc.nat({ max: 1440 }),
  });
  fc.assert(
    fc.property(visit, (input) => {
      const { hours, busy, duration, before, after, step, notBefore } = input;
      const within = (parts: MinuteRange[], minute: number) =>
        parts.some(({ from, to }) => from <= minute && minute < to);
      const open = Array.from({ length: 1440 }, (_, m) => within(hours, m) && !within(busy, m));
      const fits = (start: number) =>
        Array.from({ length: before + duration + after }, (_, i) => open[start - before + i]).every(
          Boolean,
        );
      const expected = Array.from({ length: 1440 }, (_, start) => start).filter(
        (start) => start % step === 0 && start >= notBefore && fits(start),
      );
      expect(freeStarts(input)).toEqual(expected);
    }),
  );
});
