/** The quotient rounded to the nearest whole number, a half upwards; for amounts that are not negative. */
export function divideHalfUp(numerator: bigint, denominator: bigint): number {
  check(numerator, denominator);
  return safe((2n * numerator + denominator) / (2n * denominator));
}

/** The quotient rounded down to a whole number; for amounts that are not negative. */
export function divideDown(numerator: bigint, denominator: bigint): number {
  check(numerator, denominator);
  return safe(numerator / denominator);
}

function check(numerator: bigint, denominator: bigint): void {
  if (numerator < 0n || denominator <= 0n) {
    throw new RangeError(`${numerator} ÷ ${denominator} is not a share`);
  }
}

function safe(quotient: bigint): number {
  const number = Number(quotient);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${quotient} is too large to be exact`);
  return number;
}
