import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addTo,
  ageOn,
  day,
  dayOf,
  days,
  daysBetween,
  hours,
  instantOf,
  isDay,
  isoInShanghai,
  minutes,
  minutesOf,
  monthOf,
  weekday,
  ZONE,
} from "./time.ts";

const anInstant = fc.date({
  min: new Date("1992-01-01T00:00:00Z"),
  max: new Date("2099-12-31T00:00:00Z"),
  noInvalidDate: true,
});
const aDay = anInstant.map(dayOf);

describe("a day", () => {
  test.each([
    "2026-02-30",
    "2026-13-01",
    "2026-1-1",
    "26-01-01",
    "0000-01-01",
    "",
    "2026-01-01T00",
  ])("%s is refused", (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => day(text)).toThrow(RangeError);
  });

  test("29 February exists in leap years only", () => {
    expect(isDay("2028-02-29")).toBe(true);
    expect(isDay("2026-02-29")).toBe(false);
    expect(isDay("2100-02-29")).toBe(false);
  });

  test("begins at midnight in Shanghai, which is 16:00 of the day before in Greenwich", () => {
    expect(instantOf(day("2026-11-30"), 0).toISOString()).toBe("2026-11-29T16:00:00.000Z");
    expect(dayOf(new Date("2026-11-29T15:59:59.999Z"))).toBe("2026-11-29");
    expect(dayOf(new Date("2026-11-29T16:00:00.000Z"))).toBe("2026-11-30");
  });

  test("ends where the next begins", () => {
    expect(instantOf(day("2026-12-31"), 1440)).toEqual(instantOf(day("2027-01-01"), 0));
  });

  test.each([-1, 1441, 0.5, Number.NaN])("has no minute %d", (minute) => {
    expect(() => instantOf(day("2026-11-30"), minute)).toThrow(RangeError);
  });

  test("knows its weekday and its month", () => {
    expect(weekday(day("2026-11-30"))).toBe(1);
    expect(weekday(day("2026-11-29"))).toBe(7);
    expect(weekday(day("1969-12-31"))).toBe(3);
    expect(monthOf(day("2026-11-30"))).toBe("2026-11");
  });

  test("moves across months and years", () => {
    expect(addDays(day("2026-12-31"), 1)).toBe("2027-01-01");
    expect(addDays(day("2028-03-01"), -1)).toBe("2028-02-29");
    expect(() => addDays(day("2026-12-31"), 0.5)).toThrow(RangeError);
  });
});

test("the day and the minute of any instant are those of the zone", () => {
  const clock = new Intl.DateTimeFormat("sv-SE", {
    timeZone: ZONE,
    dateStyle: "short",
    timeStyle: "short",
  });
  fc.assert(
    fc.property(anInstant, (instant) => {
      const minute = minutesOf(instant);
      const time = [Math.floor(minute / 60), minute % 60].map((n) => String(n).padStart(2, "0"));
      expect(`${dayOf(instant)} ${time.join(":")}`).toBe(clock.format(instant));
    }),
  );
});

test("a day and a minute make the instant they came from", () => {
  fc.assert(
    fc.property(aDay, fc.integer({ min: 0, max: 1439 }), (on, minute) => {
      const instant = instantOf(on, minute);
      expect([dayOf(instant), minutesOf(instant)]).toEqual([on, minute]);
    }),
  );
});

test("the days between two days lead from one to the other", () => {
  fc.assert(
    fc.property(aDay, aDay, (from, to) => {
      expect(addDays(from, daysBetween(from, to))).toBe(to);
      expect(weekday(addDays(from, 7))).toBe(weekday(from));
    }),
  );
});

describe("age", () => {
  test("rises on the birthday, not before", () => {
    expect(ageOn(day("1946-11-30"), day("2026-11-29"))).toBe(79);
    expect(ageOn(day("1946-11-30"), day("2026-11-30"))).toBe(80);
    expect(ageOn(day("2026-11-30"), day("2026-11-30"))).toBe(0);
  });

  test("of somebody born on 29 February rises on 1 March, in a leap year on the day itself", () => {
    expect(ageOn(day("1948-02-29"), day("2026-02-28"))).toBe(77);
    expect(ageOn(day("1948-02-29"), day("2026-03-01"))).toBe(78);
    expect(ageOn(day("1948-02-29"), day("2028-02-29"))).toBe(80);
  });

  test("is not asked of the unborn", () => {
    expect(() => ageOn(day("2026-11-30"), day("2026-11-29"))).toThrow(RangeError);
  });
});

test("durations are milliseconds and can be added to an instant", () => {
  expect([minutes(30), hours(2), days(1)]).toEqual([1_800_000, 7_200_000, 86_400_000]);
  expect(addTo(new Date("2026-11-30T09:00:00Z"), hours(-1)).toISOString()).toBe(
    "2026-11-30T08:00:00.000Z",
  );
  expect(() => addTo(new Date("no"), 0)).toThrow(RangeError);
});

test("an instant is written in Shanghai time with its offset", () => {
  const text = isoInShanghai(new Date("2026-11-30T09:00:00.120Z"));
  expect(text).toBe("2026-11-30T17:00:00.120+08:00");
  expect(new Date(text)).toEqual(new Date("2026-11-30T09:00:00.120Z"));
});
