import type { Act, Manager } from "#app/domain/act.ts";
import { lockBidding } from "#app/domain/bids/lock-bidding.server.ts";
import { requireVerified } from "#app/domain/organizations/lock.server.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { newId } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { questions } from "#db/schema/questions.ts";

export type Question = { tenderId: Id<"tender">; text: string };

/** Ask the office before the deadline; everybody reads the question, and nobody who asked until the tender closes. */
export async function askQuestion(act: Act<Manager>, { tenderId, text }: Question) {
  const { by } = act;
  return await db.transaction(async (tx) => {
    await requireVerified(tx, by.organizationId);
    const { officeId, round, now: at } = await lockBidding(tx, tenderId, "question.asked_late");
    if (round > 1) throw new Refusal("question.asked_late");
    const questionId = newId<"question">();
    const { organizationId } = by;
    await tx
      .insert(questions)
      .values({ id: questionId, tenderId, organizationId, text, askedAt: at });
    await record(tx, { by, at }, officeId, { name: "question.asked", tenderId, questionId });
    await announce(tx);
    return questionId;
  });
}
