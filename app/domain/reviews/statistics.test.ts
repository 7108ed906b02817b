import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ageInDays, bayesianMean, summary, summaryOfCounts, wilsonLower } from "./statistics.ts";

describe("the lower bound of a share", () => {
  test.each([
    [1, 1, 0.2065],
    [10, 10, 0.7225],
    [99, 100, 0.9455],
    [0, 10, 0],
    [0, 0, 0],
  ])("of %d of %d is %d", (k, n, lower) => {
    expect(wilsonLower(k, n)).toBeCloseTo(lower, 4);
  });

  test("does not take 99 % of thirty answers for proven", () => {
    expect(wilsonLower(30, 30)).toBeLessThan(wilsonLower(99, 100));
  });

  test("lies below the share, and nearer to it the more have answered", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat({ max: 500 }), (n, some) => {
        const k = Math.min(n, some);
        const lower = wilsonLower(k, n);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(lower).toBeLessThanOrEqual(k / n);
        expect(wilsonLower(10 * k, 10 * n)).toBeGreaterThanOrEqual(lower);
      }),
    );
  });

  test("is not asked for more than everybody", () => {
    expect(() => wilsonLower(2, 1)).toThrow(RangeError);
    expect(() => wilsonLower(-1, 1)).toThrow(RangeError);
  });
});

describe("the shown mean", () => {
  const prior = { mean: 4, weight: 10 };

  test("is the prior's while nobody has rated", () => {
    expect(bayesianMean([], prior)).toBe(4);
  });

  test("counts ten ratings of today as much as the prior", () => {
    const today = Array.from({ length: 10 }, () => ({ stars: 5, ageDays: 0 }));
    expect(bayesianMean(today, prior)).toBe(4.5);
  });

  test("counts a rating half after 180 days and a quarter after 360", () => {
    expect(bayesianMean([{ stars: 5, ageDays: 180 }], { mean: 4, weight: 0.5 })).toBe(4.5);
    expect(bayesianMean([{ stars: 5, ageDays: 360 }], { mean: 4, weight: 0.25 })).toBe(4.5);
  });

  test("takes the age from two instants", () => {
    const now = new Date("2026-11-30T12:00:00Z");
    expect(ageInDays(new Date("2026-11-29T00:00:00Z"), now)).toBe(1.5);
  });

  test("needs a rating or a prior", () => {
    expect(() => bayesianMean([], { mean: 4, weight: 0 })).toThrow(RangeError);
  });
});

describe("a summary", () => {
  test("counts four and five stars as satisfied", () => {
    expect(summary([5, 4, 3, 1])).toEqual({
      n: 4,
      mean: 3.25,
      satisfiedShare: 0.5,
      lower: wilsonLower(2, 4),
    });
  });

  test("of nobody says nothing", () => {
    expect(summary([])).toEqual({ n: 0, mean: null, satisfiedShare: null, lower: null });
  });

  test("can be made from what was counted already", () => {
    expect(summaryOfCounts({ rated: 4, satisfied: 2, ratingSum: 13 })).toEqual(
      summary([5, 4, 3, 1]),
    );
  });
});
