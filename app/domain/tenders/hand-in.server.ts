import { and, count, eq, inArray } from "drizzle-orm";
import type { Act, PanelMember } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { panelMembers, scores } from "#db/schema/tenders.ts";
import { listEvaluatedBids } from "./evaluated-bids.server.ts";
import { lockEvaluation, seatOn } from "./lock-evaluation.server.ts";
import { isFinalRound } from "./method.ts";
import { listQualityCriteria } from "./score.server.ts";

/** A member hands in: each bid that can win has her score for each criterion, and none of them changes any more. */
export async function handInScores(act: Act<PanelMember>, tenderId: Id<"tender">) {
  const { userId, officeId } = act.by;
  await db.transaction(async (tx) => {
    const { tender, panel } = await lockEvaluation(tx, officeId, tenderId);
    if (seatOn(panel, userId).submittedAt) throw new Refusal("panel.handed_in");
    if (!isFinalRound(tender)) throw new Refusal("scores.before_final");
    const { responsive } = await listEvaluatedBids(tx, tender);
    const quality = await listQualityCriteria(tx, tenderId);
    const mine = and(eq(scores.tenderId, tenderId), eq(scores.memberId, userId));
    const bidIds = responsive.map(({ id }) => id);
    const [given] = await tx
      .select({ count: count() })
      .from(scores)
      .where(and(mine, inArray(scores.bidId, bidIds)));
    if (given?.count !== bidIds.length * quality.length) throw new Refusal("scores.missing");

    await tx
      .update(panelMembers)
      .set({ submittedAt: act.at })
      .where(and(eq(panelMembers.tenderId, tenderId), eq(panelMembers.userId, userId)));
    await record(tx, act, officeId, { name: "panel.scored", tenderId });
  });
}
