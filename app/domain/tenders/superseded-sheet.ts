import type { Id } from "#app/values/id.ts";
import type { Fen } from "#app/values/money.ts";
import type { BidState } from "../bids/bid.ts";

/** How a bid had been judged when its ranking was set aside. */
export type SupersededBid = {
  id: Id<"bid">;
  round: number;
  state: BidState;
  price: Fen | null;
  disqualifiedReason: string | null;
  lowBidExplanation: string | null;
  lowBidDecision: string | null;
};
