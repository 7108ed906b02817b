import { eq } from "drizzle-orm";
import type { Act, Officer } from "#app/domain/act.ts";
import { step } from "#app/domain/lifecycle.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { tenders } from "#db/schema/tenders.ts";
import { type LockedTender, lockTender, refuseSuspended } from "./lock.server.ts";
import { tenderLifecycle } from "./tender.ts";

export type Recommendation = { tenderId: Id<"tender">; bidId: Id<"bid">; reason: string };

/** The officer proposes who wins: the first of the ranking, or a lower rank with a reason (never in the statutory profile). */
export async function recommendBid(act: Act<Officer>, recommendation: Recommendation) {
  const { tenderId, bidId } = recommendation;
  const reason = recommendation.reason.trim();
  await db.transaction(async (tx) => {
    const tender = await lockTender(tx, act.by.officeId, tenderId);
    const status = step(tenderLifecycle, tender.status, "recommend");
    refuseSuspended(tender);
    refuseRank(tender, bidId, reason);
    const recommended = { recommendedBidId: bidId, recommendedReason: reason };
    await tx
      .update(tenders)
      .set({ status, ...recommended, recommendedBy: act.by.userId })
      .where(eq(tenders.id, tenderId));
    const event = { name: "tender.recommended", tenderId, bidId, reason } as const;
    await record(tx, act, tender.officeId, event);
  });
}

function refuseRank({ scoreSheet, profile }: LockedTender, bidId: Id<"bid">, reason: string) {
  if (!scoreSheet) throw new Refusal("recommendation.no_report");
  const chosen = scoreSheet.bids.find((bid) => bid.bidId === bidId);
  if (!chosen) throw new Refusal("not_found");
  if (chosen.rank === 1) return;
  if (profile === "statutory") throw new Refusal("recommendation.first_only");
  if (reason === "") throw new Refusal("recommendation.reason_missing");
}
