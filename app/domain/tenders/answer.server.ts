import { and, eq, isNull } from "drizzle-orm";
import type { Act, Officer } from "#app/domain/act.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { questions } from "#db/schema/questions.ts";
import { lockTender } from "./lock.server.ts";

export type Answer = { tenderId: Id<"tender">; questionId: Id<"question">; answer: string };

/** Answer a question for everybody to read, once: before the deadline, or one about the result at any time. */
export async function answerQuestion(
  act: Act<Officer>,
  { tenderId, questionId, answer }: Answer,
): Promise<void> {
  const { officeId, userId: answeredBy } = act.by;
  await db.transaction(async (tx) => {
    const tender = await lockTender(tx, officeId, tenderId);
    const ofTender = and(eq(questions.id, questionId), eq(questions.tenderId, tenderId));
    const [question] = await tx.select().from(questions).where(ofTender);
    if (!question) throw new Refusal("not_found");
    const aboutResult = tender.deadline !== null && question.askedAt >= tender.deadline;
    if (tender.status !== "open" && !aboutResult) throw new Refusal("question.closed");
    const answered = await tx
      .update(questions)
      .set({ answer, answeredBy, answeredAt: act.at })
      .where(and(ofTender, isNull(questions.answer)))
      .returning({ id: questions.id });
    if (answered.length === 0) throw new Refusal("question.answered");
    await record(tx, act, officeId, { name: "question.answered", tenderId, questionId });
    await announce(tx);
  });
}
