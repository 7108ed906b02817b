import type { Act, Officer } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { requireOwnChoices, setCommunities } from "./choices.server.ts";
import { insertDrafts } from "./insert-drafts.server.ts";
import type { ProjectDraft } from "./project.ts";

/** A new project with its tender, as far as it is known; its id is the tender's. */
export async function draftProject(act: Act<Officer>, draft: ProjectDraft): Promise<Id<"tender">> {
  const { officeId, userId: authorId } = act.by;
  return await db.transaction(async (tx) => {
    await requireOwnChoices(tx, act.by, draft);
    const [made] = await insertDrafts(tx, { officeId, authorId, at: act.at }, [draft]);
    if (!made) throw new Error("no draft was written");
    await setCommunities(tx, made.projectId, draft.communityIds);
    await record(tx, act, officeId, { name: "project.drafted", ...made });
    return made.tenderId;
  });
}
