import { and, eq } from "drizzle-orm";
import type { Act, Officer } from "#app/domain/act.ts";
import { storeFile } from "#app/domain/files/store.server.ts";
import type { Upload } from "#app/domain/files/upload.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { tenderEvidence } from "#db/schema/evidence.ts";
import { MOST_EVIDENCE } from "./evidence.ts";
import { lockDraft } from "./lock.server.ts";
import { methodSettings } from "./method.ts";

export type NewEvidence = { tenderId: Id<"tender">; title: string; upload: Upload };

/** A file goes with the draft that asks one organization alone: what shows that it may. */
export async function addEvidence(
  act: Act<Officer>,
  { tenderId, title, upload }: NewEvidence,
): Promise<Id<"evidence">> {
  return await db.transaction(async (tx) => {
    const { officeId, method, now: at } = await lockDraft(tx, act.by.officeId, tenderId);
    if (methodSettings[method].entrance !== "invited") throw new Refusal("evidence.not_asked");
    const there = await tx.$count(tenderEvidence, eq(tenderEvidence.tenderId, tenderId));
    if (there >= MOST_EVIDENCE) throw new Refusal("evidence.too_many");
    const now = { by: act.by, at };
    const fileId = await storeFile(tx, now, upload);
    const values = { tenderId, fileId, title, addedAt: at, addedBy: act.by.userId };
    const { id: evidenceId } = one(await tx.insert(tenderEvidence).values(values).returning());
    await record(tx, now, officeId, { name: "tender.evidence_added", tenderId, evidenceId });
    return evidenceId;
  });
}

export type EvidenceOf = { tenderId: Id<"tender">; evidenceId: Id<"evidence"> };

/** A draft's evidence is taken back; once it is under review nothing is. */
export async function removeEvidence(act: Act<Officer>, { tenderId, evidenceId }: EvidenceOf) {
  await db.transaction(async (tx) => {
    const { officeId, now: at } = await lockDraft(tx, act.by.officeId, tenderId);
    const removed = await tx
      .delete(tenderEvidence)
      .where(and(eq(tenderEvidence.id, evidenceId), eq(tenderEvidence.tenderId, tenderId)))
      .returning({ id: tenderEvidence.id });
    if (removed.length === 0) throw new Refusal("not_found");
    const event = { name: "tender.evidence_removed", tenderId, evidenceId } as const;
    await record(tx, { by: act.by, at }, officeId, event);
  });
}
