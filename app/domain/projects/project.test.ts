import { describe, expect, test } from "vitest";
import { day } from "#app/values/time.ts";
import { addMonths, lastDay } from "./project.ts";

describe("a service", () => {
  test("of twelve months ends the day before its anniversary", () => {
    const period = { startsOn: day("2026-12-01"), serviceMonths: 12, endsOn: null };
    expect(lastDay(period)).toBe("2027-11-30");
    expect(lastDay({ ...period, startsOn: day("2028-02-29") })).toBe("2029-02-27");
  });

  test("ends on the day that is named, whatever its length says", () => {
    const endsOn = day("2027-08-20");
    expect(lastDay({ startsOn: day("2027-07-10"), serviceMonths: 12, endsOn })).toBe(endsOn);
  });

  test("has no end while its start or its length is open", () => {
    expect(lastDay({ startsOn: null, serviceMonths: 12, endsOn: null })).toBeNull();
    expect(lastDay({ startsOn: day("2026-12-01"), serviceMonths: null, endsOn: null })).toBeNull();
  });
});

test("a month later is the last day of a month that is shorter", () => {
  expect(addMonths(day("2026-01-31"), 1)).toBe("2026-02-28");
  expect(addMonths(day("2027-12-31"), 2)).toBe("2028-02-29");
  expect(addMonths(day("2026-11-30"), 24)).toBe("2028-11-30");
});
