import { and, eq, isNull } from "drizzle-orm";
import type { Act, Approver } from "#app/domain/act.ts";
import { refuseOpenChallenge } from "#app/domain/challenges/open.server.ts";
import { holdsPersonalNumbers } from "#app/domain/consultations/personal-data.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { endTender } from "#app/domain/tenders/end.server.ts";
import { lockTender } from "#app/domain/tenders/lock.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { objections } from "#db/schema/objections.ts";

export type ObjectionDecision = {
  tenderId: Id<"tender">;
  objectionId: Id<"objection">;
  upheld: boolean;
  reason: string;
};

/**
 * An approver who did not recommend the supplier decides on an objection, once and in public. Upheld, it ends the
 * purchase, so that the office buys in another way (财政部令第74号第41条).
 */
export async function decideObjection(
  act: Act<Approver>,
  { tenderId, objectionId, upheld, reason }: ObjectionDecision,
): Promise<void> {
  if (holdsPersonalNumbers(reason)) throw new Refusal("consultation.personal_data");
  const { officeId, userId: decidedBy } = act.by;
  await db.transaction(async (tx) => {
    const tender = await lockTender(tx, officeId, tenderId);
    const ofTender = and(eq(objections.id, objectionId), eq(objections.tenderId, tenderId));
    if (!(await tx.$count(objections, ofTender))) throw new Refusal("not_found");
    if (tender.recommendedBy === decidedBy) throw new Refusal("objection.not_impartial");
    if (tender.status !== "publicised") throw new Refusal("lifecycle.not_now");
    const decided = await tx
      .update(objections)
      .set({ upheld, reason, decidedBy, decidedAt: tender.now })
      .where(and(ofTender, isNull(objections.upheld)))
      .returning({ id: objections.id });
    if (decided.length === 0) throw new Refusal("objection.decided");
    const at = tender.now;
    const event = { name: "objection.decided", tenderId, objectionId, upheld } as const;
    await record(tx, { by: act.by, at }, officeId, event);
    if (upheld) {
      await refuseOpenChallenge(tx, tenderId, "objection.challenge_open");
      const end = { how: "cancel", code: "objection_upheld", reason } as const;
      await endTender(tx, { by: act.by, at }, tender, end);
    }
    await announce(tx);
  });
}
