import { eq } from "drizzle-orm";
import type { Act, Officer } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { criteria, tenders } from "#db/schema/tenders.ts";
import { lockDraft } from "./lock.server.ts";
import { methodSettings } from "./method.ts";
import { profileProblems } from "./profile.ts";
import type { CriterionKind } from "./tender.ts";

export type CriterionDraft = {
  kind: CriterionKind;
  name: string;
  /** Whole points. */
  weight: number;
  guidance: string;
  /** The least mean with which a bid can win, in whole points; of a quality criterion only. */
  minimum?: number | null;
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
    const { scoring } = methodSettings[tender.method];
    const problems = profileProblems(tender.rules, drafts, scoring);
    if (problems.length > 0) throw new Refusal("criteria.not_allowed");
    await tx.delete(criteria).where(eq(criteria.tenderId, tenderId));
    const rows = drafts.map((draft, index) => ({
      ...draft,
      minimum: draft.minimum ?? null,
      tenderId,
      position: index + 1,
    }));
    await tx.insert(criteria).values(rows);
    await tx.update(tenders).set({ authorId }).where(eq(tenders.id, tenderId));
    await record(tx, act, officeId, { name: "project.changed", projectId: tender.projectId });
  });
}
