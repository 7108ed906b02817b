import type { Method } from "./tender.ts";

/** Whether a panel member gives each bid points, or all of a criterion's points or none: her vote. */
export type Scoring = "points" | "votes";

/** What makes the methods differ, beside the numbers that a profile sets: one engine reads these. */
export type MethodSettings = {
  /** Whether everybody may bid and is told so: several purchases that are not open are looked at together. */
  open: boolean;
  /** Sealed offers are opened once, or, after talks with each bidder, a second and final time. */
  rounds: 1 | 2;
  /** Who may bid: everybody who is verified, or the one organization that is invited. */
  entrance: "everybody" | "invited";
  /** Whether residents' teams may apply beside organizations. */
  teams: boolean;
  scoring: Scoring;
  /** Whether an award leads to the contract at once, or both sides first say yes to it. */
  acceptance: "none" | "both";
  /** Whether one bid wins, or several with a cap each among whom residents choose. */
  winners: "one" | "several";
  /** Whether anybody who is registered may object to the result, beside the challenges of those who could bid. */
  objections: boolean;
};

const competition: MethodSettings = {
  open: true,
  rounds: 1,
  entrance: "everybody",
  teams: false,
  scoring: "points",
  acceptance: "none",
  winners: "one",
  objections: false,
};

/** Of as many providers residents can still tell one from another. */
export const MOST_WINNERS = 10;

export const methodSettings: Readonly<Record<Method, MethodSettings>> = {
  open_scored: competition,
  consult: { ...competition, open: false, rounds: 2 },
  lowest_price: { ...competition, open: false },
  direct: { ...competition, open: false, entrance: "invited", objections: true },
  two_way: { ...competition, open: false, teams: true, scoring: "votes", acceptance: "both" },
  panel: { ...competition, winners: "several" },
};

/** Whether a tender's offers of this round are the ones that are scored. */
export const isFinalRound = ({ method, round }: { method: Method; round: number }): boolean =>
  round >= methodSettings[method].rounds;
