import { and, eq, sql } from "drizzle-orm";
import type { Act, PanelMember } from "#app/domain/act.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { criteria, scores } from "#db/schema/tenders.ts";
import { listEvaluatedBids } from "./evaluated-bids.server.ts";
import type { LockedTender } from "./lock.server.ts";
import { lockEvaluation, seatOn } from "./lock-evaluation.server.ts";
import { isFinalRound, methodSettings } from "./method.ts";

/** One score, in hundredths of a point; null takes back what was saved. */
export type GivenScore = {
  bidId: Id<"bid">;
  criterionId: Id<"criterion">;
  hundredths: number | null;
};
export type GivenScores = { tenderId: Id<"tender">; scores: GivenScore[] };

/** A member saves what she has scored so far; nobody else sees it, and she may change it until she hands in. */
export async function saveScores(act: Act<PanelMember>, given: GivenScores) {
  const { tenderId } = given;
  const memberId = act.by.userId;
  await db.transaction(async (tx) => {
    const { tender, panel } = await lockEvaluation(tx, act.by.officeId, tenderId);
    if (seatOn(panel, memberId).submittedAt) throw new Refusal("panel.handed_in");
    if (!isFinalRound(tender)) throw new Refusal("scores.before_final");
    await refuseWrongScores(tx, tender, given.scores);
    for (const score of given.scores) await saveScore(tx, { tenderId, memberId, ...score });
  });
}

/** The quality criteria of a tender, which the panel scores. */
export async function listQualityCriteria(tx: Tx, tenderId: Id<"tender">) {
  return await tx
    .select()
    .from(criteria)
    .where(and(eq(criteria.tenderId, tenderId), eq(criteria.kind, "quality")));
}

/** Refuses a score out of its range, and one of a bid that cannot win. */
export async function refuseWrongScores(tx: Tx, tender: LockedTender, given: GivenScore[]) {
  const { responsive } = await listEvaluatedBids(tx, tender);
  const quality = await listQualityCriteria(tx, tender.id);
  const votes = methodSettings[tender.method].scoring === "votes";
  for (const { bidId, criterionId, hundredths } of given) {
    const criterion = quality.find(({ id }) => id === criterionId);
    if (!criterion || !responsive.some(({ id }) => id === bidId)) throw new Refusal("not_found");
    const top = criterion.weight * 100;
    const right = hundredths === null || (Number.isInteger(hundredths) && hundredths >= 0);
    if (!right || (hundredths ?? 0) > top) throw new Refusal("scores.out_of_range");
    const vote = hundredths === null || hundredths === 0 || hundredths === top;
    if (votes && !vote) throw new Refusal("scores.vote");
  }
}

type Saved = GivenScore & { tenderId: Id<"tender">; memberId: Id<"user"> };

async function saveScore(tx: Tx, { hundredths, ...key }: Saved) {
  if (hundredths === null) {
    await tx
      .delete(scores)
      .where(
        and(
          eq(scores.tenderId, key.tenderId),
          eq(scores.memberId, key.memberId),
          eq(scores.bidId, key.bidId),
          eq(scores.criterionId, key.criterionId),
        ),
      );
    return;
  }
  await tx
    .insert(scores)
    .values({ ...key, hundredths })
    .onConflictDoUpdate({
      target: [scores.tenderId, scores.memberId, scores.bidId, scores.criterionId],
      set: { hundredths: sql`excluded.hundredths` },
    });
}
