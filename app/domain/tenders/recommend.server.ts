import { eq } from "drizzle-orm";
import type { Act, Officer } from "#app/domain/act.ts";
import { step } from "#app/domain/lifecycle.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { tenders } from "#db/schema/tenders.ts";
import { type LockedTender, lockTender, refuseSuspended } from "./lock.server.ts";
import { asNamed, asRecommended, inRankOrder } from "./recommended.ts";
import { tenderLifecycle } from "./tender.ts";

/** `also` are the others where several win. */
export type Recommendation = {
  tenderId: Id<"tender">;
  bidId: Id<"bid">;
  also?: readonly Id<"bid">[];
  reason: string;
};

/**
 * The officer proposes who wins: the first of the ranking, as many as the tender has winners and fewer only where fewer were
 * ranked; or a lower rank with a reason (never in the statutory profile).
 */
export async function recommendBid(act: Act<Officer>, recommendation: Recommendation) {
  const { tenderId, bidId, also = [] } = recommendation;
  const reason = recommendation.reason.trim();
  await db.transaction(async (tx) => {
    const tender = await lockTender(tx, act.by.officeId, tenderId);
    const status = step(tenderLifecycle, tender.status, "recommend");
    refuseSuspended(tender);
    const chosen = chosenIn(tender, [bidId, ...also]);
    refuseRanks(tender, chosen, reason);
    const recommended = { ...asRecommended(chosen), recommendedReason: reason };
    await tx
      .update(tenders)
      .set({ status, ...recommended, recommendedBy: act.by.userId })
      .where(eq(tenders.id, tenderId));
    const event = { name: "tender.recommended", tenderId, ...asNamed(chosen), reason } as const;
    await record(tx, act, tender.officeId, event);
  });
}

function chosenIn({ scoreSheet, winners }: LockedTender, wanted: readonly Id<"bid">[]) {
  if (!scoreSheet) throw new Refusal("recommendation.no_report");
  const different = new Set(wanted);
  const [first, ...others] = inRankOrder(scoreSheet.bids, [...different]);
  if (!first || 1 + others.length < different.size) throw new Refusal("not_found");
  const places = Math.min(winners, scoreSheet.bids.length);
  if (different.size !== places) throw new Refusal("recommendation.wrong_number");
  return [first, ...others] as const;
}

function refuseRanks(
  { scoreSheet, profile }: LockedTender,
  chosen: readonly Id<"bid">[],
  reason: string,
) {
  const isFirst = ({ rank }: { rank: number }) => rank <= chosen.length;
  const first = (scoreSheet?.bids ?? []).filter(isFirst);
  if (first.every(({ bidId }) => chosen.some((one) => one === bidId))) return;
  if (profile === "statutory") throw new Refusal("recommendation.first_only");
  if (reason === "") throw new Refusal("recommendation.reason_missing");
}
