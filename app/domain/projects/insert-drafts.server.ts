import { nextDocumentNumber, shortNumber } from "#app/domain/offices/document-number.server.ts";
import { type Id, newId } from "#app/values/id.ts";
import { dayOf } from "#app/values/time.ts";
import type { Tx } from "#db/client.server.ts";
import { projects } from "#db/schema/projects.ts";
import { tenders } from "#db/schema/tenders.ts";
import { lastDay, type ProjectDraft } from "./project.ts";

type Origin = {
  officeId: Id<"office">;
  authorId: Id<"user">;
  at: Date;
  importId?: Id<"project_import">;
};

/** Writes each draft as a numbered project with the tender for it, in the order given. */
export async function insertDrafts(
  tx: Tx,
  { officeId, authorId, at, importId }: Origin,
  drafts: readonly (ProjectDraft & { importNote?: string })[],
): Promise<{ projectId: Id<"project">; tenderId: Id<"tender"> }[]> {
  if (drafts.length === 0) return [];
  const year = Number(dayOf(at).slice(0, 4));
  const first = await nextDocumentNumber(tx, officeId, "project", year, drafts.length);
  const made = drafts.map((draft, index) => ({
    draft,
    number: shortNumber(year, first + index),
    projectId: newId<"project">(),
    tenderId: newId<"tender">(),
  }));
  await tx.insert(projects).values(
    made.map(({ draft, number, projectId }) => ({
      id: projectId,
      officeId,
      number,
      authorId,
      createdAt: at,
      importId,
      importNote: draft.importNote ?? "",
      ...projectColumns(draft),
    })),
  );
  await tx.insert(tenders).values(
    made.map(({ draft, projectId, tenderId }) => ({
      id: tenderId,
      officeId,
      projectId,
      authorId,
      ...tenderColumns(draft),
    })),
  );
  return made.map(({ projectId, tenderId }) => ({ projectId, tenderId }));
}

/** Those of a draft's values that stand with the project. */
export function projectColumns(draft: ProjectDraft) {
  const { title, need, targetGroup, serviceType, quantity, unit, ceiling, fundId } = draft;
  const { startsOn, serviceMonths, budgetItem } = draft;
  const endsOn = lastDay(draft);
  const what = { title, need, targetGroup, serviceType, quantity, unit, ceiling, fundId };
  return { ...what, budgetItem, startsOn, serviceMonths, endsOn };
}

/** Those of a draft's values that stand with the tender. */
export function tenderColumns(draft: ProjectDraft) {
  const { title, deadline, contractDraft, performanceShareBp, openerAId, openerBId } = draft;
  return { title, deadline, contractDraft, performanceShareBp, openerAId, openerBId };
}
