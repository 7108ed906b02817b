import { eq } from "drizzle-orm";
import type { Act, PanelMember } from "#app/domain/act.ts";
import { dropBid, markScored } from "#app/domain/bids/settle.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { award as words } from "#app/i18n/zh/award.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { tenders } from "#db/schema/tenders.ts";
import { computeSheet } from "./compute-sheet.server.ts";
import { endTender } from "./end.server.ts";
import { listEvaluatedBids } from "./evaluated-bids.server.ts";
import { listBelowMinimum, listVotedDown } from "./least-scores.server.ts";
import type { LockedTender } from "./lock.server.ts";
import { chairOn, lockEvaluation, type PanelRow } from "./lock-evaluation.server.ts";
import { isFinalRound, methodSettings } from "./method.ts";
import { refusePanelProblem } from "./name-panel.server.ts";
import { sittingMembers } from "./panel.ts";
import { bidsNeeded } from "./profile.ts";
import { isResponsive } from "./score-sheet.ts";
import { lowBidFlags } from "./scoring.ts";

/**
 * The chair signs the panel's report: the ranking is computed and frozen, or, where too few bids can win, the
 * tender fails; before the final round it can do nothing but fail. Bids above the ceiling drop out here. Refused until
 * everybody declared and handed in.
 */
export async function signReport(
  act: Act<PanelMember>,
  tenderId: Id<"tender">,
): Promise<"ranked" | "failed"> {
  return await db.transaction(async (tx) => {
    const { tender, panel } = await lockEvaluation(tx, act.by.officeId, tenderId);
    chairOn(panel, act.by.userId);
    const sitting = sittingMembers(panel);
    const capacities = sitting.map(({ capacity }) => capacity);
    refusePanelProblem(tender.rules, capacities);
    if (sitting.some(({ conflict }) => conflict === null)) {
      throw new Refusal("report.declarations_missing");
    }
    const bids = await listEvaluatedBids(tx, tender);
    const needed = bidsNeeded(tender.rules, tender.reducedBidsReason);
    if (!isFinalRound(tender) && bids.opened.length >= needed) {
      throw new Refusal("report.before_final");
    }
    await dropOverCeiling(tx, act, tender, bids);

    const votes = methodSettings[tender.method].scoring === "votes";
    const judged = bids.responsive.length >= needed;
    if (judged) {
      refuseUnready(tender, sitting, bids);
      bids.responsive = await dropBelowMinimum(tx, act, tender, sitting, bids);
    }
    const enough = bids.responsive.length >= needed;
    if (enough) await freezeRanking(tx, tender, sitting, bids);
    const signed = { reportSignedAt: act.at };
    await tx.update(tenders).set(signed).where(eq(tenders.id, tenderId));
    await record(tx, act, tender.officeId, { name: "panel.reported", tenderId });
    if (enough) return "ranked";

    const reason =
      votes && judged && bids.responsive.length === 0
        ? words.reasons.nobodyVotedFor
        : words.reasons.tooFewResponsive(bids.responsive.length, needed);
    await endTender(tx, act, tender, { how: "fail", code: "too_few_responsive", reason });
    return "failed";
  });
}

type Evaluated = Awaited<ReturnType<typeof listEvaluatedBids>>;

async function dropOverCeiling(
  tx: Tx,
  act: Act,
  { id: tenderId, officeId }: LockedTender,
  { opened, ceiling }: Evaluated,
) {
  const reason = words.reasons.overCeiling;
  for (const bid of opened.filter((one) => !isResponsive(one, ceiling))) {
    await dropBid(tx, bid, reason);
    const event = { name: "bid.disqualified", tenderId, bidId: bid.id, reason } as const;
    await record(tx, act, officeId, event);
  }
}

function refuseUnready(
  tender: LockedTender,
  sitting: PanelRow[],
  { responsive, ceiling }: Evaluated,
) {
  if (sitting.some(({ submittedAt }) => !submittedAt)) throw new Refusal("report.scores_missing");
  const low = new Set(
    lowBidFlags(responsive, ceiling, tender.rules.lowBid).map(({ bidId }) => bidId),
  );
  if (responsive.some(({ id, lowBidDecision }) => low.has(id) && !lowBidDecision)) {
    throw new Refusal("report.low_bids_undecided");
  }
}

/** Bids that the panel did not want, by its votes or by an announced minimum, cannot win; those that still can. */
async function dropBelowMinimum(
  tx: Tx,
  act: Act,
  tender: LockedTender,
  sitting: PanelRow[],
  { responsive }: Evaluated,
) {
  const { id: tenderId, officeId } = tender;
  const failed = await listFailed(
    tx,
    tender,
    sitting.map(({ userId }) => userId),
  );
  for (const { bidId, reason } of failed) {
    const bid = responsive.find(({ id }) => id === bidId);
    if (!bid) continue;
    await dropBid(tx, bid, reason);
    await record(tx, act, officeId, { name: "bid.disqualified", tenderId, bidId, reason });
  }
  return responsive.filter(({ id }) => !failed.some(({ bidId }) => bidId === id));
}

async function listFailed(tx: Tx, { id, method }: LockedTender, memberIds: Id<"user">[]) {
  const { reasons } = words;
  if (methodSettings[method].scoring === "votes") {
    const down = await listVotedDown(tx, id, memberIds);
    return down.map((bidId) => ({ bidId, reason: reasons.votedDown }));
  }
  const below = await listBelowMinimum(tx, id, memberIds);
  return below.map(({ bidId, criterion }) => ({ bidId, reason: reasons.belowMinimum(criterion) }));
}

async function freezeRanking(
  tx: Tx,
  tender: LockedTender,
  sitting: PanelRow[],
  { responsive, ceiling }: Evaluated,
) {
  const memberIds = sitting.map(({ userId }) => userId);
  const evaluated = { responsive, ceiling };
  const scoreSheet = await computeSheet(tx, tender, memberIds, evaluated);
  await tx.update(tenders).set({ scoreSheet }).where(eq(tenders.id, tender.id));
  await markScored(
    tx,
    responsive.map(({ id }) => id),
  );
}
