import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, day, daysBetween } from "#app/values/time.ts";
import {
  addWorkingDays,
  isWorkingDay,
  standstillEnd,
  type WorkingDayCalendar,
} from "./working-days.ts";

/** National Day and Mid-Autumn 2025: eight days off, paid back by two working weekend days. */
const nationalDay2025: WorkingDayCalendar = new Map([
  [day("2025-09-28"), "workday"],
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => [day(`2025-10-0${n}`), "holiday"] as const),
  [day("2025-10-11"), "workday"],
]);
const plain: WorkingDayCalendar = new Map();

describe("working days", () => {
  test("leave out the weekend", () => {
    expect(addWorkingDays(day("2026-11-27"), 1, plain)).toBe("2026-11-30");
    expect(addWorkingDays(day("2026-11-28"), 1, plain)).toBe("2026-11-30");
    expect(addWorkingDays(day("2026-11-30"), 5, plain)).toBe("2026-12-07");
  });

  test("leave out a holiday and count a make-up workday", () => {
    expect(addWorkingDays(day("2025-09-26"), 1, nationalDay2025)).toBe("2025-09-28");
    expect(addWorkingDays(day("2025-09-30"), 1, nationalDay2025)).toBe("2025-10-09");
    expect(addWorkingDays(day("2025-09-30"), 3, nationalDay2025)).toBe("2025-10-11");
  });

  test("none later is the day itself", () => {
    expect(addWorkingDays(day("2026-11-28"), 0, plain)).toBe("2026-11-28");
    expect(() => addWorkingDays(day("2026-11-28"), -1, plain)).toThrow(RangeError);
    expect(() => addWorkingDays(day("2026-11-28"), 1.5, plain)).toThrow(RangeError);
  });

  test("n of them lie between the day and the n-th, whatever the calendar", () => {
    const start = day("2025-09-20");
    fc.assert(
      fc.property(fc.nat({ max: 40 }), fc.nat({ max: 30 }), (later, n) => {
        const from = addDays(start, later);
        const to = addWorkingDays(from, n, nationalDay2025);
        const between = Array.from({ length: daysBetween(from, to) }, (_, i) =>
          addDays(from, i + 1),
        );
        expect(between.filter((day) => isWorkingDay(day, nationalDay2025))).toHaveLength(n);
        expect(n === 0 || isWorkingDay(to, nationalDay2025)).toBe(true);
      }),
    );
  });
});

describe("a standstill", () => {
  test("ends at midnight after its last working day, counted from the day of publication", () => {
    const lateEvening = new Date("2026-11-27T15:30:00Z");
    expect(standstillEnd(lateEvening, 3, plain).toISOString()).toBe("2026-12-02T16:00:00.000Z");
  });

  test("counts the day in Shanghai, not the day in Greenwich", () => {
    const afterMidnight = new Date("2026-11-27T16:30:00Z");
    expect(standstillEnd(afterMidnight, 1, plain).toISOString()).toBe("2026-11-30T16:00:00.000Z");
  });
});
