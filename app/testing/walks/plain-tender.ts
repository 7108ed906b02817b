import type { BidState } from "#app/domain/bids/bid.ts";
import type { ContractStatus } from "#app/domain/contracts/contract.ts";
import { type Balances, emptyFund } from "#app/domain/fund/ledger.ts";
import type { TenderStatus } from "#app/domain/tenders/tender.ts";
import { type Fen, fen, yuan } from "#app/values/money.ts";

/** What each organization of a walk bids; the fourth is above the ceiling. */
export const prices = [480_000, 460_000, 500_000, 520_000, 470_000].map(yuan);
export const ceiling = yuan(508_000);
export const allocated = yuan(1_000_000);
/** What the fund pays of one delivered visit. */
export const visitShare = yuan(36);

/** Hundredths of a point that the whole panel gives for quality, of 6,000. */
export const qualityOf = (bidder: number) => 60 * (90 - 5 * bidder);

const DAY = 24;
const OPEN_DAYS = 7;
const SIGNING_DAYS = 30;
export const BIDS_NEEDED = 3;
/** Hours from the beginning of a walk to the deadline that its tender is published with, and what each amendment adds. */
export const FIRST_DEADLINE = 9 * DAY;
export const EXTENSION = 3 * DAY;
/** Services begin forty days after the walk: so often can the deadline be put off. */
export const LAST_DEADLINE = FIRST_DEADLINE + 6 * EXTENSION;

/** A purchase as one would keep it on a sheet of paper. What hangs on the calendar (`standstillEnds`, `answerDue`) and
 * a deadline that a suspension moved are read off the real one. */
export type PlainTender = {
  hour: number;
  deadline: number;
  /** Rises with each amendment. */
  version: number;
  status: TenderStatus;
  published: boolean;
  /** Whether its scores are on show, and since when. */
  publicised: boolean;
  publicisedAt: number;
  /** Since when it stands still. */
  suspendedAt: number | undefined;
  /** Who challenges its result, and until when that can be decided on. */
  challenge: { by: number; answerDue: number } | undefined;
  bids: (BidState | undefined)[];
  turns: Set<string>;
  handedIn: Set<number>;
  /** Who has ever given scores: they stay hers to begin from when scoring opens again. */
  scored: Set<number>;
  /** The bidders in the order of the signed report. */
  ranking: number[] | undefined;
  winner: number | undefined;
  standstillEnds: number;
  awardedAt: number;
  signed: Set<string>;
  /** The newest drawn up, and for whom; the walk does not terminate one that is in force. */
  contract: ContractStatus | "none";
  contractor: number | undefined;
  value: Fen;
  changes: number[];
  delivered: number;
  milestone: "scheduled" | "claimed" | "accepted" | "paid";
  owed: Fen;
  balances: Balances;
  /** What is tried on a purchase that came to nothing. */
  stepsSinceEnd: number;
};

export const plainTender = (): PlainTender => ({
  hour: 0,
  deadline: FIRST_DEADLINE,
  version: 1,
  status: "in_review",
  published: false,
  publicised: false,
  publicisedAt: 0,
  suspendedAt: undefined,
  challenge: undefined,
  bids: prices.map(() => undefined),
  turns: new Set(),
  handedIn: new Set(),
  scored: new Set(),
  ranking: undefined,
  winner: undefined,
  standstillEnds: Number.POSITIVE_INFINITY,
  awardedAt: 0,
  signed: new Set(),
  contract: "none",
  contractor: undefined,
  value: fen(0),
  changes: [],
  delivered: 0,
  milestone: "scheduled",
  owed: fen(0),
  balances: { ...emptyFund, appropriation: fen(-allocated), available: allocated },
  stepsSinceEnd: 0,
});

export const isOver = ({ status }: PlainTender) => status === "failed" || status === "cancelled";
/** Nothing new is learnt from trying on. */
export const isLongOver = ({ stepsSinceEnd }: PlainTender) => stepsSinceEnd >= 8;

/** The tender's own clock, which stands still while it is suspended. */
export const clockOf = ({ hour, suspendedAt }: PlainTender): number => suspendedAt ?? hour;

/** The status as everybody reads it: after its deadline an open tender is closed. */
export const statusOf = (plain: PlainTender): TenderStatus =>
  plain.status === "open" && clockOf(plain) >= plain.deadline ? "closed" : plain.status;

/** What every step answers that a suspension stops, where its state would let it. */
export const unlessSuspended = ({ suspendedAt }: PlainTender) =>
  suspendedAt === undefined ? "done" : "tender.suspended";

export const enoughDaysLeft = ({ hour, deadline }: PlainTender) =>
  deadline - hour >= OPEN_DAYS * DAY;
export const signingIsOver = ({ hour, awardedAt }: PlainTender) =>
  hour >= awardedAt + SIGNING_DAYS * DAY;

/** The bidders whose bids are in that state. */
export const inState = ({ bids }: PlainTender, ...states: BidState[]) =>
  bids.flatMap((state, bidder) => (state && states.includes(state) ? [bidder] : []));

/** The opened bids that are not above the ceiling. */
export const responsive = (tender: PlainTender) =>
  inState(tender, "opened").filter((bidder) => priceOf(bidder) <= ceiling);

export const priceOf = (bidder: number): Fen => prices[bidder] ?? fen(0);

/** Best total first: 30 points for the price against the lowest, 60 for quality; nobody has delivered before. */
export function rank(bidders: readonly number[]): number[] {
  const lowest = Math.min(...bidders.map(priceOf));
  const total = (bidder: number) =>
    Math.round((lowest / priceOf(bidder)) * 3_000) + qualityOf(bidder);
  return [...bidders].sort((a, b) => total(b) - total(a));
}

/** Bids that were not confirmed after an amendment drop out. */
export function lapse(tender: PlainTender) {
  for (const bidder of inState(tender, "needs_confirm")) tender.bids[bidder] = "lapsed";
}

/** Money moves from one account of the fund to another. */
export function move(
  tender: PlainTender,
  from: keyof Balances,
  to: keyof Balances,
  amount: number,
) {
  const { balances } = tender;
  tender.balances = {
    ...balances,
    [from]: fen(balances[from] - amount),
    [to]: fen(balances[to] + amount),
  };
}

/** A contract that is not in force will not be. */
export function dropContract(tender: PlainTender) {
  if (tender.contract === "pending") tender.contract = "terminated";
}

/** The tender ends without a contract, and its reserve goes back. */
export function end(tender: PlainTender, how: "failed" | "cancelled") {
  move(tender, "reserved", "available", tender.balances.reserved);
  tender.status = how;
  tender.suspendedAt = undefined;
  dropContract(tender);
}
