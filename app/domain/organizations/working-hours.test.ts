import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hoursOverlap, parseHours, writeHours } from "./working-hours.ts";

describe("hours are read", () => {
  test.each([
    ["9:00-12:00、13:30-17:30"],
    ["09:00–12:00，13:30—17:30"],
    ["9：00 至 12：00 13:30 到 17:30"],
    [" 09:00~12:00; 13:30～17:30 "],
  ])("as people type them: %s", (text) => {
    expect(parseHours(text)).toEqual([
      { from: 540, to: 720 },
      { from: 810, to: 1050 },
    ]);
  });

  test("up to midnight", () => {
    expect(parseHours("20:00-24:00")).toEqual([{ from: 1200, to: 1440 }]);
  });

  test("as a day off where nothing is typed", () => {
    expect(parseHours("  ")).toEqual([]);
  });

  test.each([
    "9-12",
    "9:00",
    "9:60-10:00",
    "12:00-9:00",
    "9:00-9:00",
    "8:00-10:00-12:00",
    "23:00-24:01",
    "休息",
  ])("but not from %s", (text) => {
    expect(parseHours(text)).toBeUndefined();
  });
});

test("hours that are written can be read again", () => {
  const part = fc
    .tuple(fc.nat({ max: 1439 }), fc.integer({ min: 1, max: 600 }))
    .map(([from, length]) => ({ from, to: Math.min(1440, from + length) }));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
      const ordered = [...parts].sort((a, b) => a.from - b.from);
      expect(parseHours(writeHours(parts))).toEqual(ordered);
    }),
  );
});

test("two parts of a day overlap when they share a minute, not when they touch", () => {
  const morning = { from: 540, to: 720 };
  expect(hoursOverlap([morning, { from: 720, to: 780 }])).toBe(false);
  expect(hoursOverlap([{ from: 719, to: 780 }, morning])).toBe(true);
  expect(hoursOverlap([morning])).toBe(false);
});
