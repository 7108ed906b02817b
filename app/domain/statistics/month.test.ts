import { expect, test } from "vitest";
import { day } from "#app/values/time.ts";
import { byMonth, monthsUpTo, nothing } from "./month.ts";

test("months are counted back over the end of a year", () => {
  expect(monthsUpTo(day("2026-02-28"), 4)).toEqual(["2025-11", "2025-12", "2026-01", "2026-02"]);
  expect(monthsUpTo(day("2026-12-31"), 1)).toEqual(["2026-12"]);
});

test("a month sums its kinds of service, and one without services is zero", () => {
  const care = { month: "2026-01", ...nothing, delivered: 2, rated: 1, satisfied: 1 };
  const meals = { month: "2026-01", ...nothing, delivered: 3, cancelled: 1 };
  expect(byMonth([care, meals], ["2025-12", "2026-01"])).toEqual([
    { month: "2025-12", ...nothing },
    { month: "2026-01", ...nothing, delivered: 5, cancelled: 1, rated: 1, satisfied: 1 },
  ]);
});
