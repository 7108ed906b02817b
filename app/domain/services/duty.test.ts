import { describe, expect, test } from "vitest";
import { day, instantOf } from "#app/values/time.ts";
import { bookableWindow, dutyOn, isBookable, minuteNotBefore, minutesTaken } from "./duty.ts";

const monday = day("2026-11-30");
const week = [
  { weekday: 1, fromMinute: 540, toMinute: 720 },
  { weekday: 1, fromMinute: 780, toMinute: 1020 },
  { weekday: 2, fromMinute: 600, toMinute: 660 },
];

describe("a worker is on duty", () => {
  test("at the weekly hours of that weekday", () => {
    expect(dutyOn(monday, week, undefined, false)).toEqual([
      { from: 540, to: 720 },
      { from: 780, to: 1020 },
    ]);
    expect(dutyOn(day("2026-12-02"), week, undefined, false)).toEqual([]);
  });

  test("at other hours, or not at all, where that day was entered", () => {
    const other = { fromMinute: 600, toMinute: 660 };
    expect(dutyOn(monday, week, other, false)).toEqual([{ from: 600, to: 660 }]);
    expect(dutyOn(monday, week, { fromMinute: null, toMinute: null }, false)).toEqual([]);
  });

  test("on a holiday only where hours were entered for it", () => {
    expect(dutyOn(monday, week, undefined, true)).toEqual([]);
    const other = { fromMinute: 600, toMinute: 660 };
    expect(dutyOn(monday, week, other, true)).toEqual([{ from: 600, to: 660 }]);
  });
});

describe("an offer takes bookings", () => {
  const terms = {
    noticeHours: 2,
    horizonDays: 28,
    startsOn: day("2026-01-01"),
    endsOn: day("2026-12-10"),
  };
  const now = instantOf(monday, 9 * 60);

  test("from its notice to its horizon, or to its contract's last day", () => {
    expect(bookableWindow(terms, now)).toEqual({
      notBefore: instantOf(monday, 11 * 60),
      firstDay: monday,
      lastDay: day("2026-12-10"),
    });
    expect(bookableWindow({ ...terms, horizonDays: 3 }, now).lastDay).toBe("2026-12-03");
  });

  test("not before its contract begins", () => {
    const later = { ...terms, startsOn: day("2026-12-05") };
    expect(bookableWindow(later, now).firstDay).toBe("2026-12-05");
    expect(isBookable(later, instantOf(day("2026-12-04"), 600), now)).toBe(false);
    expect(isBookable(later, instantOf(day("2026-12-05"), 600), now)).toBe(true);
  });

  test("for a start at the end of its notice, and not a minute sooner", () => {
    expect(isBookable(terms, instantOf(monday, 11 * 60), now)).toBe(true);
    expect(isBookable(terms, instantOf(monday, 11 * 60 - 1), now)).toBe(false);
  });

  test("up to the evening of its last day", () => {
    expect(isBookable(terms, instantOf(day("2026-12-10"), 1200), now)).toBe(true);
    expect(isBookable(terms, instantOf(day("2026-12-11"), 0), now)).toBe(false);
  });
});

test("a minute that has begun is too early", () => {
  const tenOClock = instantOf(monday, 600);
  expect(minuteNotBefore(monday, tenOClock)).toBe(600);
  expect(minuteNotBefore(monday, new Date(tenOClock.getTime() + 1))).toBe(601);
  expect(minuteNotBefore(day("2026-12-01"), tenOClock)).toBe(0);
  expect(minuteNotBefore(day("2026-11-29"), tenOClock)).toBe(1440);
});

test("what is taken is cut at midnight and rounded outwards to whole minutes", () => {
  const at = (minute: number) => instantOf(monday, 0).getTime() + minute * 60_000;
  expect(minutesTaken(monday, [{ from: at(-30), to: at(30) }])).toEqual([{ from: 0, to: 30 }]);
  expect(minutesTaken(monday, [{ from: at(1410.5), to: at(1500) }])).toEqual([
    { from: 1410, to: 1440 },
  ]);
  expect(minutesTaken(monday, [{ from: at(60.2), to: at(89.5) }])).toEqual([{ from: 60, to: 90 }]);
  expect(minutesTaken(monday, [{ from: at(-60), to: at(0) }])).toEqual([]);
});
