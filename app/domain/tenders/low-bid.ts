/** How long a bidder has at least to explain her price. */
export const LEAST_HOURS_TO_EXPLAIN = 24;

type Asked = {
  lowBidAskedAt: Date | null;
  lowBidAnswerBy: Date | null;
  lowBidExplanation: string | null;
  lowBidDecision: string | null;
};

/** How far the explanation of a low price has come: the panel decides once the bidder has answered or her time is over. */
export type LowBidStage = "to_ask" | "waiting" | "to_decide" | "decided";

export function lowBidStage(bid: Asked, now: Date): LowBidStage {
  if (bid.lowBidDecision !== null) return "decided";
  if (!bid.lowBidAskedAt || !bid.lowBidAnswerBy) return "to_ask";
  return bid.lowBidExplanation !== null || now >= bid.lowBidAnswerBy ? "to_decide" : "waiting";
}
