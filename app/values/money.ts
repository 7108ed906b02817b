declare const unit: unique symbol;

/** Money, as a whole number of fen (1 yuan = 100 fen). */
export type Fen = number & { readonly [unit]: "fen" };

/** A whole number of fen; anything else is a mistake of the program. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a whole number of fen`);
  return amount as Fen;
}

/** Yuan, with at most two decimals, as fen. */
export function yuan(amount: number): Fen {
  return fen(Math.round(amount * 100));
}

/** As a person types it into a form: 508000 or 1234.50. */
export function yuanText(amount: Fen): string {
  return amount % 100 === 0 ? String(amount / 100) : (amount / 100).toFixed(2);
}
