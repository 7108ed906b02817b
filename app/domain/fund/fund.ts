import { type FundEventKind, isReversible } from "./ledger.ts";

/** Where a fund's money comes from. */
export const fundSources = ["budget", "special", "task", "donation", "other"] as const;
export type FundSource = (typeof fundSources)[number];

/** What becomes of the money that a year leaves: it stays as the year's surplus, or goes on to a fund of the next year. */
export const yearEndDecisions = ["surplus", "carry_over"] as const;
export type YearEndDecision = (typeof yearEndDecisions)[number];

/** The first day on which a fund of the year may be closed: 1 December, when the books of the year are drawn up. */
export const closableFrom = (year: number): string => `${year}-12-01`;

type Person = { roles: readonly string[]; userId: string };

/** Whether a movement may be offered to the reader for reversal: by somebody else than who wrote it, and once. */
export const mayReverse = (
  { roles, userId }: Person,
  movement: { kind: FundEventKind; byUserId: string | null; reversed: boolean },
): boolean =>
  isReversible(movement.kind) &&
  !movement.reversed &&
  movement.byUserId !== userId &&
  (roles.includes("finance") || roles.includes("approver"));
