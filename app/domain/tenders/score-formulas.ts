import type { Fen } from "#app/values/money.ts";
import { divideHalfUp } from "#app/values/rounding.ts";

/** How an organization was rated over the last 24 months: mean × 100 (100 to 500), and by how many. */
export type PerformanceRecord = { mean: number | null; n: number };

/** An organization with fewer ratings than this is scored as the median of those with enough. */
export const ENOUGH_RATINGS = 10;

/** lowest ÷ price × weight, in hundredths of a point, a half rounded up. */
export function priceScore(lowestFen: Fen, priceFen: Fen, weightPoints: number): number {
  if (lowestFen <= 0 || priceFen < lowestFen) {
    throw new RangeError(`${lowestFen} fen is not the lowest price beside ${priceFen} fen`);
  }
  return divideHalfUp(BigInt(lowestFen) * BigInt(weightPoints) * 100n, BigInt(priceFen));
}

/** The mean of the panel's scores, in the same hundredths, a half rounded up; refuses an empty panel. */
export function meanScore(scores: readonly number[]): number {
  const sum = scores.reduce((total, score) => total + BigInt(score), 0n);
  return divideHalfUp(sum, BigInt(scores.length));
}

/**
 * In hundredths, in the order given: (Q − 1) ÷ 4 × weight with Q the mean rating, a half rounded up.
 * Fewer than 10 ratings get the median of the bidders that have 10; if none has, all get half the weight.
 */
export function performanceScores(
  records: readonly PerformanceRecord[],
  weightPoints: number,
): number[] {
  const own = records.map(({ mean, n }) =>
    mean !== null && n >= ENOUGH_RATINGS ? ratingScore(mean, weightPoints) : undefined,
  );
  const known = own.filter((score) => score !== undefined);
  const standIn = known.length > 0 ? median(known) : weightPoints * 50;
  return own.map((score) => score ?? standIn);
}

function ratingScore(mean: number, weightPoints: number): number {
  if (mean < 100 || mean > 500) throw new RangeError(`${mean} is not a mean rating × 100`);
  return divideHalfUp(BigInt(mean - 100) * BigInt(weightPoints), 4n);
}

/** Of an even number, the mean of the two in the middle, a half rounded up. */
function median(scores: readonly number[]): number {
  const sorted = [...scores].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return meanScore(sorted.slice(Math.floor(middle), Math.ceil(middle) + 1));
}
