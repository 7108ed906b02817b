import type { Id } from "#app/values/id.ts";
import type { Fen } from "#app/values/money.ts";
import { type BidState, neverOpened } from "../bids/bid.ts";
import type { Scoring } from "./method.ts";
import type { BidFlag, ScoreSheet } from "./scoring.ts";

/** The sheet as the panel signed it; `memberIds` are in the order of each bid's scores. */
export type FrozenScoreSheet = ScoreSheet & {
  ceilingFen: Fen;
  memberIds: Id<"user">[];
  flags: BidFlag[];
  /** Left out in sheets of points that were signed before there were votes. */
  scoring?: Scoring;
};

/** Whether a bid takes part in the ranking: opened, not disqualified, and within the ceiling. */
export function isResponsive(
  bid: { state: BidState; price: Fen | null },
  ceiling: Fen,
): bid is { state: BidState; price: Fen } {
  const out: BidState[] = [...neverOpened, "unopenable", "disqualified"];
  return !out.includes(bid.state) && bid.price !== null && bid.price <= ceiling;
}
