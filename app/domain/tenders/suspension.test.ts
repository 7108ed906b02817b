import { describe, expect, test } from "vitest";
import type { Day } from "#app/values/time.ts";
import { addTo, days, hours } from "#app/values/time.ts";
import { pausedSince, periodEnd, shifted, shiftedWorkingDays } from "./suspension.ts";

const at = (text: string) => new Date(`${text}:00+08:00`);
const calendar = new Map<Day, "holiday" | "workday">();

describe("the time that a tender stood still", () => {
  const pauses = [
    { from: at("2026-11-02T10:00"), until: at("2026-11-03T10:00") },
    { from: at("2026-11-05T10:00"), until: null },
  ];

  test("is counted from the day asked for, and up to now while it lasts", () => {
    const now = at("2026-11-05T12:00");
    expect(pausedSince(pauses, at("2026-11-01T00:00"), now)).toBe(hours(26));
    expect(pausedSince(pauses, at("2026-11-02T22:00"), now)).toBe(hours(14));
    expect(pausedSince(pauses, at("2026-11-04T00:00"), now)).toBe(hours(2));
    expect(pausedSince([], at("2026-11-01T00:00"), now)).toBe(0);
  });

  test("moves a deadline that had not come, and no other", () => {
    const stretch = { from: at("2026-11-05T10:00"), until: at("2026-11-06T11:30") };
    expect(shifted(at("2026-11-10T17:00"), stretch)).toEqual(at("2026-11-11T18:30"));
    expect(shifted(at("2026-11-05T10:00"), stretch)).toEqual(at("2026-11-05T10:00"));
  });

  test("moves a period in working days to the end of a working day", () => {
    const friday = at("2026-11-07T00:00");
    const day = { from: at("2026-11-04T10:00"), until: at("2026-11-05T10:00") };
    // 24:00 on Saturday becomes 24:00 on Monday
    expect(shiftedWorkingDays(friday, day, calendar)).toEqual(at("2026-11-10T00:00"));
    const hour = { from: day.from, until: addTo(day.from, hours(1)) };
    expect(shiftedWorkingDays(friday, hour, calendar)).toEqual(at("2026-11-10T00:00"));
    const over = { from: addTo(friday, hours(1)), until: addTo(friday, days(9)) };
    expect(shiftedWorkingDays(friday, over, calendar)).toEqual(friday);
    const week = { from: day.from, until: addTo(day.from, days(7)) };
    expect(shiftedWorkingDays(friday, week, calendar)).toEqual(at("2026-11-14T00:00"));
  });

  test("lengthens a period that is counted from its beginning", () => {
    const since = at("2026-11-02T09:00");
    const now = at("2026-11-20T09:00");
    expect(periodEnd(since, 7, calendar, [], now)).toEqual(at("2026-11-12T00:00"));
    const week = [{ from: at("2026-11-03T09:00"), until: at("2026-11-10T09:00") }];
    expect(periodEnd(since, 7, calendar, week, now)).toEqual(at("2026-11-19T00:00"));
  });
});
