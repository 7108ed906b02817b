import { type Fen, fen } from "./money.ts";
import { divideDown } from "./rounding.ts";

/** One whole, in basis points: every rate is a whole number from 0 to this. */
export const WHOLE = 10_000;

/** That part of the amount, rounded down to the fen. */
export function portionOf(amount: Fen, rateBp: number): Fen {
  return fen(divideDown(BigInt(amount) * BigInt(basisPoints(rateBp)), BigInt(WHOLE)));
}

/** The same number, refused unless it is a whole number of basis points from 0 to 10000. */
export function basisPoints(rate: number): number {
  if (!Number.isInteger(rate) || rate < 0 || rate > WHOLE) {
    throw new RangeError(`${rate} is not a rate in basis points`);
  }
  return rate;
}
