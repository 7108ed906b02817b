import type { Fen } from "#app/values/money.ts";
import type { Day } from "#app/values/time.ts";
import type { FundAccount, FundEventKind } from "./ledger.ts";

/** What a line of a statement stands for. */
export const statementViews = ["movement", "day", "project"] as const;
export type StatementView = (typeof statementViews)[number];

export type StatementWish = {
  account: FundAccount;
  view: StatementView;
  /** The period, both days within it; open where it is not named. */
  from?: Day | undefined;
  to?: Day | undefined;
  projectId?: string | undefined;
};

/** A movement, a day or a project on one account: what was debited and credited in the period, and the balance after it. */
export type StatementLine = {
  /** Where the next page goes on. */
  key: string;
  at: Date | null;
  day: Day | null;
  kind: FundEventKind | null;
  project: string | null;
  tenderId: string | null;
  who: string | null;
  memo: string | null;
  debit: Fen;
  credit: Fen;
  balance: Fen;
};

/** An account over the period: closing = opening + debit − credit. */
export type AccountSummary = {
  account: FundAccount;
  opening: Fen;
  debit: Fen;
  credit: Fen;
  closing: Fen;
};
