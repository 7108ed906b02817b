import { eq } from "drizzle-orm";
import type { Act, Officer } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import { lockDraft } from "#app/domain/tenders/lock.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { projects } from "#db/schema/projects.ts";
import { tenders } from "#db/schema/tenders.ts";
import { requireOwnChoices, setCommunities } from "./choices.server.ts";
import { projectColumns, tenderColumns } from "./insert-drafts.server.ts";
import type { ProjectDraft } from "./project.ts";

/** Write a draft anew; whoever did so last counts as its author. Once under review it stays as it is. */
export async function changeDraft(
  act: Act<Officer>,
  tenderId: Id<"tender">,
  draft: ProjectDraft,
): Promise<void> {
  const { officeId, userId: authorId } = act.by;
  await db.transaction(async (tx) => {
    const { projectId } = await lockDraft(tx, officeId, tenderId);
    await requireOwnChoices(tx, act.by, draft);
    await tx.update(projects).set(projectColumns(draft)).where(eq(projects.id, projectId));
    await tx
      .update(tenders)
      .set({ ...tenderColumns(draft), authorId })
      .where(eq(tenders.id, tenderId));
    await setCommunities(tx, projectId, draft.communityIds);
    await record(tx, act, officeId, { name: "project.changed", projectId });
  });
}
