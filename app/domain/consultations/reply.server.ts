import { and, eq, isNull } from "drizzle-orm";
import type { Act, Officer } from "#app/domain/act.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { lockTender } from "#app/domain/tenders/lock.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { draftComments } from "#db/schema/consultations.ts";
import { holdsPersonalNumbers } from "./personal-data.ts";

export type Reply = { tenderId: Id<"tender">; commentId: Id<"draft_comment">; reply: string };

/** The office replies to a comment, once and in public, before the draft goes to review. */
export async function replyToComment(
  act: Act<Officer>,
  { tenderId, commentId, reply }: Reply,
): Promise<void> {
  if (holdsPersonalNumbers(reply)) throw new Refusal("consultation.personal_data");
  const { officeId, userId: repliedBy } = act.by;
  await db.transaction(async (tx) => {
    const { status, now: repliedAt } = await lockTender(tx, officeId, tenderId);
    const ofTender = and(eq(draftComments.id, commentId), eq(draftComments.tenderId, tenderId));
    if (!(await tx.$count(draftComments, ofTender))) throw new Refusal("not_found");
    if (status !== "consulting" && status !== "draft") throw new Refusal("lifecycle.not_now");
    const replied = await tx
      .update(draftComments)
      .set({ reply, repliedBy, repliedAt })
      .where(and(ofTender, isNull(draftComments.reply)))
      .returning({ id: draftComments.id });
    if (replied.length === 0) throw new Refusal("consultation.replied");
    await record(tx, act, officeId, { name: "draft.replied", tenderId, commentId });
    await announce(tx);
  });
}
