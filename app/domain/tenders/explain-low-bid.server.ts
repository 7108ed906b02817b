import { and, eq } from "drizzle-orm";
import type { Act, Manager } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { bids } from "#db/schema/bids.ts";
import { tenders } from "#db/schema/tenders.ts";
import { lockTender, refuseSuspended } from "./lock.server.ts";

export type LowBidExplanation = { tenderId: Id<"tender">; explanation: string };

/** The bidder explains her low price in her own words, until the time that she was given; the panel then decides. */
export async function explainLowBid(act: Act<Manager>, said: LowBidExplanation) {
  const { tenderId, explanation } = said;
  await db.transaction(async (tx) => {
    const { officeId, suspendedAt, now } = await lockTenderOf(tx, tenderId);
    refuseSuspended({ suspendedAt });
    const own = and(eq(bids.tenderId, tenderId), eq(bids.organizationId, act.by.organizationId));
    const [bid] = await tx.select().from(bids).where(own).for("update");
    if (!bid?.lowBidAnswerBy) throw new Refusal("not_found");
    if (bid.state !== "opened" || bid.lowBidDecision !== null) {
      throw new Refusal("lifecycle.not_now");
    }
    if (now >= bid.lowBidAnswerBy) throw new Refusal("low_bid.too_late");
    if (bid.lowBidExplanation !== null) throw new Refusal("low_bid.explained_already");
    const explained = { lowBidExplanation: explanation, lowBidExplainedAt: now };
    await tx.update(bids).set(explained).where(eq(bids.id, bid.id));
    const event = { name: "bid.low_price_explained", tenderId, bidId: bid.id } as const;
    await record(tx, { by: act.by, at: now }, officeId, event);
  });
}

async function lockTenderOf(tx: Tx, tenderId: Id<"tender">) {
  const [found] = await tx
    .select({ officeId: tenders.officeId })
    .from(tenders)
    .where(eq(tenders.id, tenderId));
  if (!found) throw new Refusal("not_found");
  return await lockTender(tx, found.officeId, tenderId);
}
