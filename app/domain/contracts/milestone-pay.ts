import { basisPoints, WHOLE } from "#app/values/basis-points.ts";
import { type Fen, fen } from "#app/values/money.ts";
import { divideDown, divideHalfUp } from "#app/values/rounding.ts";

/**
 * How much of the pay depends on quality: `f` is paid whatever the ratings say and `target` is the q that pays in full
 * (both in basis points); `m` ratings of `mu0` (mean × 100) are counted in before any resident has rated.
 */
export type PayTerms = { f: number; mu0: number; m: number; target: number };

/** How much of a payment may depend on quality, in basis points; what a tender asks for unless it says otherwise. */
export const PERFORMANCE_SHARE = { least: 1_000, usual: 2_000, most: 5_000 };

export const defaultPayTerms: PayTerms = { f: 8_000, mu0: 420, m: 10, target: 8_000 };

/** The usual terms, with as much depending on quality as the contract says. */
export const payTermsOf = (performanceShareBp: number): PayTerms => ({
  ...defaultPayTerms,
  f: WHOLE - performanceShareBp,
});

/** `confirmedFundFen` is the sum over confirmed bookings; `ratings` are whole stars, at most one a booking. */
export type MilestonePayInput = PayTerms & {
  capFen: Fen;
  confirmedFundFen: Fen;
  ratings: readonly number[];
};

/** `Q` and `q` are × 10000 and `factorBp` is in basis points, each rounded half up for reading; `pay` comes from the exact fraction. */
export type MilestonePay = {
  base: Fen;
  q: number;
  Q: number;
  factorBp: number;
  pay: Fen;
  deduction: Fen;
};

/**
 * pay = min(cap, confirmed) × (f + (1 − f) × min(1, q ÷ target)), rounded down to the fen,
 * with q = (Q − 1) ÷ 4 and Q = (m·μ0 + Σ ratings) ÷ (m + n).
 */
export function milestonePay(input: MilestonePayInput): MilestonePay {
  checkTerms(input);
  const stars = input.ratings.reduce((sum, rating) => sum + checkStars(rating), 0);
  const counted = BigInt(input.m + input.ratings.length);
  const f = BigInt(input.f);
  const whole = BigInt(WHOLE);
  const hundredths = BigInt(input.m) * BigInt(input.mu0) + BigInt(stars) * 100n;

  // q = above ÷ (400 · counted); q ÷ target = reached ÷ full
  const above = hundredths - 100n * counted;
  const reached = above * whole;
  const full = 400n * counted * BigInt(input.target);
  const factor = f * full + (whole - f) * (reached < full ? reached : full);

  const base = fen(Math.min(input.capFen, input.confirmedFundFen));
  const pay = fen(divideDown(BigInt(base) * factor, whole * full));
  return {
    base,
    q: divideHalfUp(above * whole, 400n * counted),
    Q: divideHalfUp(hundredths * whole, 100n * counted),
    factorBp: divideHalfUp(factor, full),
    pay,
    deduction: fen(base - pay),
  };
}

/** How many served residents take part in acceptance: at least 5 or 10 %, whichever is more, but never more than were served. */
export function sampleSize(served: number): number {
  if (!Number.isInteger(served) || served < 0) throw new RangeError(`${served} is not a count`);
  return Math.min(served, Math.max(5, Math.ceil(served / 10)));
}

function checkTerms({ f, mu0, m, target }: PayTerms): void {
  basisPoints(f);
  if (basisPoints(target) === 0) throw new RangeError("a target of 0 is no target");
  if (!Number.isInteger(mu0) || mu0 < 100 || mu0 > 500) {
    throw new RangeError(`${mu0} is not a mean rating × 100`);
  }
  if (!Number.isInteger(m) || m < 1) throw new RangeError(`${m} is not a number of ratings`);
}

function checkStars(rating: number): number {
  if (!Number.isInteger(rating) || rating < 1 || rating > 5) {
    throw new RangeError(`${rating} is not a rating of 1 to 5`);
  }
  return rating;
}
