import { and, eq } from "drizzle-orm";
import type { Act, PanelMember } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { scoreChanges } from "#db/schema/score-changes.ts";
import { scores } from "#db/schema/tenders.ts";
import { lockEvaluation, seatOn } from "./lock-evaluation.server.ts";
import { scoresAreIn } from "./panel.ts";
import { refuseWrongScores } from "./score.server.ts";

export type ScoreChange = {
  tenderId: Id<"tender">;
  bidId: Id<"bid">;
  criterionId: Id<"criterion">;
  hundredths: number;
  reason: string;
};

/**
 * Once everybody's scores are in and the panel has talked, a member may change one of her own, with a reason; what she
 * gave before stays on record and is published beside it.
 */
export async function changeScore(act: Act<PanelMember>, change: ScoreChange) {
  const { tenderId, bidId, criterionId, hundredths, reason } = change;
  const memberId = act.by.userId;
  await db.transaction(async (tx) => {
    const { tender, panel } = await lockEvaluation(tx, act.by.officeId, tenderId);
    seatOn(panel, memberId);
    if (!scoresAreIn(tender.rules, panel)) throw new Refusal("scores.not_all_in");
    await refuseWrongScores(tx, tender, [{ bidId, criterionId, hundredths }]);
    const key = { tenderId, memberId, bidId, criterionId };
    const fromHundredths = await findScore(tx, key);
    if (fromHundredths === hundredths) throw new Refusal("scores.unchanged");
    await tx
      .insert(scoreChanges)
      .values({ ...key, fromHundredths, toHundredths: hundredths, reason, at: tender.now });
    await tx.update(scores).set({ hundredths }).where(ownScore(key));
    const event = { name: "panel.score_changed", tenderId, bidId, criterionId } as const;
    await record(tx, act, tender.officeId, event);
  });
}

type Key = Pick<typeof scores.$inferSelect, "tenderId" | "memberId" | "bidId" | "criterionId">;

const ownScore = (key: Key) =>
  and(
    eq(scores.tenderId, key.tenderId),
    eq(scores.memberId, key.memberId),
    eq(scores.bidId, key.bidId),
    eq(scores.criterionId, key.criterionId),
  );

async function findScore(tx: Tx, key: Key): Promise<number> {
  const [given] = await tx.select().from(scores).where(ownScore(key));
  if (!given) throw new Refusal("not_found");
  return given.hundredths;
}
