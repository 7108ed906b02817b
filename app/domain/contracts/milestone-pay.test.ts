import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fen } from "#app/values/money.ts";
import { defaultPayTerms, milestonePay, sampleSize } from "./milestone-pay.ts";

const stars = (count: number, rating: number) => Array.from({ length: count }, () => rating);
const pay = (ratings: number[], capFen = 1_000_000, confirmedFundFen = 1_000_000) =>
  milestonePay({
    ...defaultPayTerms,
    capFen: fen(capFen),
    confirmedFundFen: fen(confirmedFundFen),
    ratings,
  });

describe("a milestone", () => {
  test("is paid in full when nobody has rated", () => {
    expect(pay([])).toEqual({
      base: 1_000_000,
      q: 8_000,
      Q: 42_000,
      factorBp: 10_000,
      pay: 1_000_000,
      deduction: 0,
    });
  });

  test("is paid for what was confirmed, and never above its cap", () => {
    expect(pay([], 1_000_000, 400_000)).toMatchObject({ base: 400_000, pay: 400_000 });
    expect(pay([], 1_000_000, 1_400_000)).toMatchObject({ base: 1_000_000, pay: 1_000_000 });
    expect(pay([5], 1_000_000, 0)).toMatchObject({ base: 0, pay: 0, deduction: 0 });
  });

  test("loses part of its pay to poor ratings", () => {
    // Q = (42 + 10) ÷ 20 = 2.6, q = 0.4, factor = 0.8 + 0.2 × 0.4 ÷ 0.8 = 0.9
    expect(pay(stars(10, 1))).toEqual({
      base: 1_000_000,
      q: 4_000,
      Q: 26_000,
      factorBp: 9_000,
      pay: 900_000,
      deduction: 100_000,
    });
  });

  test("is rounded down to the fen", () => {
    // one 3 beside the ten of 4.2: Q = 45 ÷ 11, factor = 0.8 + 0.2 × 85 ÷ 88
    const one = pay([3], 101, 101);
    expect(one).toMatchObject({ Q: 40_909, q: 7_727, factorBp: 9_932, pay: 100, deduction: 1 });
  });

  test("gains nothing from praise above the target", () => {
    expect(pay(stars(50, 5))).toMatchObject({ factorBp: 10_000, pay: 1_000_000 });
  });

  test("is paid by terms of its own", () => {
    const strict = { f: 0, mu0: 100, m: 1, target: 10_000 };
    const input = { capFen: fen(300), confirmedFundFen: fen(300), ratings: [5] };
    expect(milestonePay({ ...strict, ...input })).toMatchObject({ factorBp: 5_000, pay: 150 });
    expect(milestonePay({ ...strict, ...input, ratings: [] }).pay).toBe(0);
  });

  test.each([
    { f: 0.8 },
    { f: 10_001 },
    { mu0: 4.2 },
    { m: 0 },
    { target: 0 },
    { ratings: [0] },
    { ratings: [6] },
    { ratings: [4.5] },
    { capFen: fen(-1) },
  ])("is not paid by %j", (mistake) => {
    const right = { ...defaultPayTerms, capFen: fen(1), confirmedFundFen: fen(1), ratings: [] };
    expect(() => milestonePay({ ...right, ...mistake })).toThrow(RangeError);
  });
});

const amount = fc.integer({ min: 0, max: 10 ** 13 }).map(fen);
const ratings = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 60 });
const terms = fc.record({
  f: fc.nat({ max: 10_000 }),
  mu0: fc.integer({ min: 100, max: 500 }),
  m: fc.integer({ min: 1, max: 50 }),
  target: fc.integer({ min: 1, max: 10_000 }),
});

describe("whatever the terms", () => {
  test("the pay lies between nothing and the cap, and pay and deduction make up the base", () => {
    fc.assert(
      fc.property(terms, amount, amount, ratings, (given, capFen, confirmedFundFen, all) => {
        const result = milestonePay({ ...given, capFen, confirmedFundFen, ratings: all });
        expect(result.pay).toBeGreaterThanOrEqual(0);
        expect(result.pay).toBeLessThanOrEqual(Math.min(capFen, confirmedFundFen));
        expect(result.pay + result.deduction).toBe(result.base);
        expect(BigInt(result.pay) * 10_000n).toBeGreaterThanOrEqual(
          BigInt(result.base) * BigInt(given.f) - 9_999n,
        );
      }),
    );
  });

  test("no ratings means full pay where the presumed mean reaches the target", () => {
    fc.assert(
      fc.property(terms, amount, amount, (given, capFen, confirmedFundFen) => {
        fc.pre((given.mu0 - 100) * 25 >= given.target);
        const result = milestonePay({ ...given, capFen, confirmedFundFen, ratings: [] });
        expect(result.pay).toBe(Math.min(capFen, confirmedFundFen));
      }),
    );
  });

  test("a better rating never pays less", () => {
    fc.assert(
      fc.property(terms, amount, ratings, fc.nat(), (given, capFen, all, at) => {
        fc.pre(all.length > 0);
        const better = all.map((rating, index) =>
          index === at % all.length ? Math.min(5, rating + 1) : rating,
        );
        const paid = (stars: number[]) =>
          milestonePay({ ...given, capFen, confirmedFundFen: capFen, ratings: stars }).pay;
        expect(paid(better)).toBeGreaterThanOrEqual(paid(all));
      }),
    );
  });

  test("the pay is that of the formula in plain numbers, to the fen", () => {
    const small = fc.integer({ min: 0, max: 10 ** 8 }).map(fen);
    fc.assert(
      fc.property(terms, small, ratings, (given, capFen, all) => {
        const mean =
          (given.m * given.mu0 * 0.01 + all.reduce((sum, one) => sum + one, 0)) /
          (given.m + all.length);
        const q = (mean - 1) / 4;
        const f = given.f / 10_000;
        const factor = f + (1 - f) * Math.min(1, q / (given.target / 10_000));
        const exact = capFen * factor;
        const result = milestonePay({ ...given, capFen, confirmedFundFen: capFen, ratings: all });
        expect(result.pay).toBeLessThanOrEqual(exact + 1e-4);
        expect(result.pay).toBeGreaterThan(exact - 1 - 1e-4);
      }),
    );
  });
});

test("five served residents are asked, or a tenth of them, but never more than were served", () => {
  expect([0, 3, 5, 6, 50, 51, 60, 1_000].map(sampleSize)).toEqual([0, 3, 5, 5, 5, 6, 6, 100]);
  expect(() => sampleSize(-1)).toThrow(RangeError);
});
