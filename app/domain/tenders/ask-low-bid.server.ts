import { eq } from "drizzle-orm";
import type { Act, PanelMember } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { addTo, hours } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { bids } from "#db/schema/bids.ts";
import { lockLowBid } from "./low-bid.server.ts";
import { LEAST_HOURS_TO_EXPLAIN } from "./low-bid.ts";

export type LowBidQuestion = { tenderId: Id<"tender">; bidId: Id<"bid">; until: Date };

/** The chair asks a bidder, once, to explain her suspiciously low price; she has a day at least. */
export async function askLowBid(act: Act<PanelMember>, question: LowBidQuestion) {
  const { tenderId, bidId, until } = question;
  await db.transaction(async (tx) => {
    const { tender, bid } = await lockLowBid(tx, act, question);
    if (bid.lowBidAskedAt) throw new Refusal("low_bid.asked_already");
    const first = addTo(tender.now, hours(LEAST_HOURS_TO_EXPLAIN));
    if (until < first) throw new Refusal("low_bid.too_soon");
    const asked = { lowBidAskedAt: tender.now, lowBidAnswerBy: until };
    await tx.update(bids).set(asked).where(eq(bids.id, bidId));
    const event = { name: "bid.low_price_asked", tenderId, bidId } as const;
    await record(tx, act, tender.officeId, { ...event, until: until.toISOString() });
  });
}
