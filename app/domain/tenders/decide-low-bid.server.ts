import { eq } from "drizzle-orm";
import type { Act, PanelMember } from "#app/domain/act.ts";
import { dropBid } from "#app/domain/bids/settle.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { bids } from "#db/schema/bids.ts";
import { lockLowBid } from "./low-bid.server.ts";
import { lowBidStage } from "./low-bid.ts";

export type LowBidDecision = {
  tenderId: Id<"tender">;
  bidId: Id<"bid">;
  /** Whether the panel finds that it can deliver at this price. */
  accepted: boolean;
  reason: string;
};

/**
 * The chair records what the panel decided of a suspiciously low bid, once its bidder has explained it or let her time
 * pass; one that is not accepted is out.
 */
export async function decideLowBid(act: Act<PanelMember>, decision: LowBidDecision) {
  const { tenderId, bidId, accepted, reason } = decision;
  await db.transaction(async (tx) => {
    const { tender, bid } = await lockLowBid(tx, act, decision);
    const stage = lowBidStage(bid, tender.now);
    if (stage === "to_ask") throw new Refusal("low_bid.ask_first");
    if (stage === "waiting") throw new Refusal("low_bid.waiting");
    if (!accepted) await dropBid(tx, bid, reason);
    await tx.update(bids).set({ lowBidDecision: reason }).where(eq(bids.id, bidId));
    const event = { name: "bid.low_price_decided", tenderId, bidId, accepted, reason } as const;
    await record(tx, act, tender.officeId, event);
  });
}
