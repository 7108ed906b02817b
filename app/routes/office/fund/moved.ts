import type { Posting } from "#app/domain/fund/ledger.ts";
import { type Fen, fen } from "#app/values/money.ts";

/** The two sides of a movement and how much moved. */
export function moved(lines: readonly Posting[]): {
  from: Posting[];
  to: Posting[];
  amount: Fen;
} {
  const from = lines.filter(({ amount }) => amount < 0);
  const to = lines.filter(({ amount }) => amount > 0);
  return { from, to, amount: fen(to.reduce((sum, { amount }) => sum + amount, 0)) };
}
