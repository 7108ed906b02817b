import fc from "fast-check";
import { expect, test } from "vitest";
import { fen } from "#app/values/money.ts";
import { defaultPayTerms } from "../contracts/milestone-pay.ts";
import { answeredEnough, calculateMilestone, recalculate } from "./calculation.ts";

const sample = { seed: "0".repeat(64), size: 5, answered: 3, confirmed: 3, denied: 0 };
const amount = fc.integer({ min: 1, max: 10 ** 11 }).map(fen);
const count = fc.nat(20);

test("what is published is enough to compute the pay again, which is never above the cap", () => {
  fc.assert(
    fc.property(amount, amount, fc.tuple(count, count, count, count, count), (cap, fund, stars) => {
      const made = calculateMilestone(defaultPayTerms, {
        cap,
        bookings: 9,
        confirmedFund: fund,
        stars,
        sample,
      });
      expect(recalculate(JSON.parse(JSON.stringify(made)))).toEqual(made.result);
      expect(made.result.pay).toBeLessThanOrEqual(cap);
      expect(made.result.pay + made.result.deduction + made.unused).toBe(cap);
    }),
  );
});

test("poor ratings deduct up to a fifth", () => {
  const made = calculateMilestone(defaultPayTerms, {
    cap: fen(1_000_000),
    bookings: 10,
    confirmedFund: fen(400_000),
    stars: [10, 0, 0, 0, 0],
    sample,
  });
  expect(made).toMatchObject({
    result: { base: 400_000, pay: 360_000, deduction: 40_000 },
    unused: 600_000,
  });
});

test("half of those asked have to answer, and at least one", () => {
  expect(answeredEnough({ size: 5, answered: 2 })).toBe(false);
  expect(answeredEnough({ size: 5, answered: 3 })).toBe(true);
  expect(answeredEnough({ size: 6, answered: 3 })).toBe(true);
  expect(answeredEnough({ size: 0, answered: 0 })).toBe(false);
});
