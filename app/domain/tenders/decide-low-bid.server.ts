import { eq } from "drizzle-orm";
import type { Act, PanelMember } from "#app/domain/act.ts";
import { dropBid, lockBid } from "#app/domain/bids/settle.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { bids } from "#db/schema/bids.ts";
import { listEvaluatedBids } from "./evaluated-bids.server.ts";
import { chairOn, lockEvaluation } from "./lock-evaluation.server.ts";
import { lowBidFlags } from "./scoring.ts";

export type LowBidDecision = {
  tenderId: Id<"tender">;
  bidId: Id<"bid">;
  /** What the bidder said of its price. */
  explanation: string;
  /** Whether the panel finds that it can deliver at this price. */
  accepted: boolean;
  reason: string;
};

/** The chair records how a suspiciously low bid was explained and what the panel decided; refused explanations drop the bid. */
export async function decideLowBid(act: Act<PanelMember>, decision: LowBidDecision) {
  const { tenderId, bidId, explanation, accepted, reason } = decision;
  await db.transaction(async (tx) => {
    const { tender, panel } = await lockEvaluation(tx, act.by.officeId, tenderId);
    chairOn(panel, act.by.userId);
    const bid = await lockBid(tx, tenderId, bidId);
    const { responsive, ceiling } = await listEvaluatedBids(tx, tender);
    const flagged = lowBidFlags(responsive, ceiling, tender.rules.lowBid).some(
      (flag) => flag.bidId === bidId,
    );
    if (!flagged) throw new Refusal("low_bid.not_low");
    if (!accepted) await dropBid(tx, bid, reason);
    await tx
      .update(bids)
      .set({ lowBidExplanation: explanation, lowBidDecision: reason })
      .where(eq(bids.id, bidId));
    const event = { name: "bid.low_price_decided", tenderId, bidId, accepted, reason } as const;
    await record(tx, act, tender.officeId, event);
  });
}
