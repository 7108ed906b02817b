import { eq } from "drizzle-orm";
import type { Act, Officer } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { criteria, tenders } from "#db/schema/tenders.ts";
import { lockDraft } from "./lock.server.ts";
import { profileProblems } from "./profile.ts";
import type { CriterionKind } from "./tender.ts";

export type CriterionDraft = {
  kind: CriterionKind;
  name: string;
  /** Whole points. */
  weight: number;
  guidance: string;
};

/** The criteria of a draft, instead of those before; refuses what its profile does not allow. */
export async function setCriteria(
  act: Act<Officer>,
  tenderId: Id<"tender">,
  drafts: readonly CriterionDraft[],
): Promise<void> {
  const { officeId, userId: authorId } = act.by;
  await db.transaction(async (tx) => {
    const tender = await lockDraft(tx, officeId, tenderId);
    if (profileProblems(tender.rules, drafts).length > 0) throw new Refusal("criteria.not_allowed");
    await tx.delete(criteria).where(eq(criteria.tenderId, tenderId));
    const rows = drafts.map((draft, index) => ({ ...draft, tenderId, position: index + 1 }));
    await tx.insert(criteria).values(rows);
    await tx.update(tenders).set({ authorId }).where(eq(tenders.id, tenderId));
    await record(tx, act, officeId, { name: "project.changed", projectId: tender.projectId });
  });
}
