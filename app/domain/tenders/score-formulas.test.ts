import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fen } from "#app/values/money.ts";
import { meanScore, performanceScores, priceScore } from "./score-formulas.ts";

/** Whether `rounded` is the whole number nearest to the fraction, the upper one of two equally near. */
const isHalfUp = (rounded: number, numerator: bigint, denominator: bigint) => {
  const twice = 2n * BigInt(rounded);
  return (
    (twice - 1n) * denominator <= 2n * numerator && 2n * numerator < (twice + 1n) * denominator
  );
};

describe("a price score", () => {
  test("is the whole weight for the lowest price, and less in proportion for a dearer one", () => {
    expect(priceScore(fen(10_000_000), fen(10_000_000), 30)).toBe(3_000);
    expect(priceScore(fen(10_000_000), fen(12_000_000), 30)).toBe(2_500);
    expect(priceScore(fen(10_000_000), fen(13_000_000), 30)).toBe(2_308);
  });

  test("of half a hundredth is rounded up", () => {
    // 1 ÷ 16 × 10 = 0.625 points
    expect(priceScore(fen(1), fen(16), 10)).toBe(63);
  });

  test("is the exact quotient rounded half up, for any prices however large", () => {
    const price = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(price, price, fc.integer({ min: 1, max: 100 }), (one, other, weight) => {
        const [lowest, dearer] = [Math.min(one, other), Math.max(one, other)];
        const score = priceScore(fen(lowest), fen(dearer), weight);
        expect(isHalfUp(score, BigInt(lowest) * BigInt(weight * 100), BigInt(dearer))).toBe(true);
        expect(score).toBeLessThanOrEqual(weight * 100);
      }),
    );
  });

  test("is not given beside a lower price, nor for nothing", () => {
    expect(() => priceScore(fen(2), fen(1), 30)).toThrow(RangeError);
    expect(() => priceScore(fen(0), fen(1), 30)).toThrow(RangeError);
  });
});

describe("a mean score", () => {
  test("of an uneven split is rounded half up", () => {
    expect(meanScore([800, 801])).toBe(801);
    expect(meanScore([800, 800, 801])).toBe(800);
    expect(() => meanScore([])).toThrow(RangeError);
  });

  test("is the exact mean rounded half up, whoever sits where", () => {
    const scores = fc.array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(scores, (given) => {
        const sum = given.reduce((total, one) => total + one, 0);
        expect(isHalfUp(meanScore(given), BigInt(sum), BigInt(given.length))).toBe(true);
        expect(meanScore([...given].reverse())).toBe(meanScore(given));
      }),
    );
  });
});

describe("a performance score", () => {
  test("is all the weight for five stars and nothing for one", () => {
    const records = [500, 460, 300, 100].map((mean) => ({ mean, n: 10 }));
    expect(performanceScores(records, 10)).toEqual([1_000, 900, 500, 0]);
  });

  test("with fewer than ten ratings is the median of the bidders that have ten", () => {
    const unknown = { mean: 100, n: 9 };
    const newcomer = { mean: null, n: 0 };
    const known = [500, 460, 300].map((mean) => ({ mean, n: 10 }));
    expect(performanceScores([unknown, ...known, newcomer], 10)).toEqual([
      900, 1_000, 900, 500, 900,
    ]);
  });

  test("of an even number with ten ratings takes the middle between the two in the middle", () => {
    const known = [500, 461].map((mean) => ({ mean, n: 10 }));
    // 1000 and 902.5, rounded to 903: the middle 951.5 is rounded to 952
    expect(performanceScores([...known, { mean: null, n: 0 }], 10)).toEqual([1_000, 903, 952]);
  });

  test("is half the weight for everybody when nobody has ten ratings", () => {
    expect(
      performanceScores(
        [
          { mean: 500, n: 9 },
          { mean: null, n: 0 },
        ],
        7,
      ),
    ).toEqual([350, 350]);
  });

  test("is not made from a mean that no stars can have", () => {
    expect(() => performanceScores([{ mean: 501, n: 10 }], 10)).toThrow(RangeError);
    expect(() => performanceScores([{ mean: 4.6, n: 10 }], 10)).toThrow(RangeError);
  });
});
