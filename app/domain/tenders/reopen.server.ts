import { eq } from "drizzle-orm";
import type { Act } from "#app/domain/act.ts";
import { reopenBids } from "#app/domain/bids/settle.server.ts";
import { dropUnsignedContracts } from "#app/domain/contracts/drop-unsigned.server.ts";
import { step } from "#app/domain/lifecycle.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { bids } from "#db/schema/bids.ts";
import { supersededSheets } from "#db/schema/challenges.ts";
import { panelMembers, tenders } from "#db/schema/tenders.ts";
import type { LockedTender } from "./lock.server.ts";
import { tenderLifecycle } from "./tender.ts";

type Cause = { challengeId: Id<"challenge">; reason: string };

/**
 * An accepted challenge opens scoring again: the ranking as it stood is kept on record, unsigned contracts fall, every
 * bid that was opened is judged anew, and each member hands in again, beginning from the scores that she gave.
 */
export async function reopenScoring(
  tx: Tx,
  act: Act,
  tender: LockedTender,
  { challengeId, reason }: Cause,
): Promise<void> {
  const { id: tenderId, officeId } = tender;
  const status = step(tenderLifecycle, tender.status, "reopen");
  await keepSheet(tx, tender, { challengeId, reason });
  await dropUnsignedContracts(tx, tenderId);
  const readmitted = await reopenBids(tx, tender);
  await tx
    .update(panelMembers)
    .set({ submittedAt: null })
    .where(eq(panelMembers.tenderId, tenderId));
  await tx
    .update(tenders)
    .set({ status, ...undecided })
    .where(eq(tenders.id, tenderId));
  const event = { name: "tender.reopened", tenderId, challengeId, reason, readmitted } as const;
  await record(tx, act, officeId, event);
  await announce(tx);
}

const undecided = {
  scoreSheet: null,
  reportSignedAt: null,
  recommendedBidId: null,
  alsoRecommended: [],
  recommendedReason: null,
  recommendedBy: null,
  publicisedBy: null,
  publicisedAt: null,
  standstillEndsAt: null,
  awardedAt: null,
};

async function keepSheet(tx: Tx, tender: LockedTender, { challengeId, reason }: Cause) {
  const { id: tenderId, scoreSheet, reportSignedAt, now: supersededAt } = tender;
  if (!scoreSheet || !reportSignedAt) return;
  const { recommendedBidId, alsoRecommended, recommendedReason } = tender;
  const { publicisedAt, standstillEndsAt, awardedAt } = tender;
  const judged = await tx
    .select({
      id: bids.id,
      round: bids.round,
      state: bids.state,
      price: bids.price,
      disqualifiedReason: bids.disqualifiedReason,
      lowBidExplanation: bids.lowBidExplanation,
      lowBidDecision: bids.lowBidDecision,
    })
    .from(bids)
    .where(eq(bids.tenderId, tenderId));
  const recommended = { recommendedBidId, alsoRecommended, recommendedReason };
  const dates = { reportSignedAt, publicisedAt, standstillEndsAt, awardedAt, supersededAt };
  await tx
    .insert(supersededSheets)
    .values({ tenderId, challengeId, reason, scoreSheet, bids: judged, ...recommended, ...dates });
}
