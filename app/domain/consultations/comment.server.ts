import { eq } from "drizzle-orm";
import type { Act, Manager, Resident } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { type Id, newId } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { draftComments } from "#db/schema/consultations.ts";
import { tenders } from "#db/schema/tenders.ts";
import { holdsPersonalNumbers } from "./personal-data.ts";
import { findRunning } from "./running.server.ts";

export type Comment = { tenderId: Id<"tender">; text: string };

/** An organization or a resident says what she thinks of a draft while it is consulted on; everybody reads it, and nobody whose it is. */
export async function commentOnDraft(
  { by }: Act<Manager | Resident>,
  { tenderId, text }: Comment,
): Promise<Id<"draft_comment">> {
  if (holdsPersonalNumbers(text)) throw new Refusal("consultation.personal_data");
  return await db.transaction(async (tx) => {
    const [tender] = await tx
      .select({ officeId: tenders.officeId, status: tenders.status })
      .from(tenders)
      .where(eq(tenders.id, tenderId))
      .for("update");
    const running = tender && (await findRunning(tx, tenderId));
    if (!running) throw new Refusal("not_found");
    const at = await databaseNow(tx);
    if (at >= running.closesAt) throw new Refusal("consultation.over");
    const id = newId<"draft_comment">();
    const author =
      by.role === "manager" ? { organizationId: by.organizationId } : { residentId: by.residentId };
    const written = { writtenBy: by.userId, writtenAt: at, ...author };
    await tx
      .insert(draftComments)
      .values({ id, tenderId, consultationId: running.id, text, ...written });
    const proxy = by.role === "resident" && by.proxySessionId ? { proxy: by.proxySessionId } : {};
    const said = { name: "draft.commented", tenderId, commentId: id, ...proxy } as const;
    await record(tx, { by, at }, tender.officeId, said);
    await announce(tx);
    return id;
  });
}
