import { and, eq, inArray } from "drizzle-orm";
import type { Officer } from "#app/domain/act.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { funds } from "#db/schema/fund.ts";
import { memberships } from "#db/schema/memberships.ts";
import { communities, serviceTypes } from "#db/schema/offices.ts";
import { projectCommunities } from "#db/schema/projects.ts";
import type { ProjectDraft } from "./project.ts";

/**
 * Refuses a fund, community or opener that is not of the officer's office, and a service type that does not exist; a closed
 * fund, and one that is set aside for another community than the project's.
 */
export async function requireOwnChoices(tx: Tx, { officeId }: Officer, draft: ProjectDraft) {
  const { communityIds, fundId, openerAId, openerBId, serviceType } = draft;
  const openerIds = [openerAId, openerBId].filter((opener) => opener !== null);
  const found = {
    communities: await tx
      .select({ id: communities.id })
      .from(communities)
      .where(and(eq(communities.officeId, officeId), inArray(communities.id, communityIds))),
    funds: fundId
      ? await tx
          .select({ communityId: funds.communityId, closedAt: funds.closedAt })
          .from(funds)
          .where(and(eq(funds.officeId, officeId), eq(funds.id, fundId)))
      : [],
    openers: await tx
      .select({ id: memberships.userId })
      .from(memberships)
      .where(
        and(
          eq(memberships.officeId, officeId),
          eq(memberships.role, "opener"),
          inArray(memberships.userId, openerIds),
        ),
      ),
    serviceTypes: serviceType
      ? await tx.$count(serviceTypes, eq(serviceTypes.code, serviceType))
      : 0,
  };
  const allFound =
    found.communities.length === new Set(communityIds).size &&
    found.funds.length === (fundId ? 1 : 0) &&
    found.openers.length === openerIds.length &&
    found.serviceTypes === (serviceType ? 1 : 0);
  if (!allFound) throw new Refusal("not_found");
  for (const { communityId, closedAt } of found.funds) {
    if (closedAt) throw new Refusal("fund.closed");
    const others = communityIds.filter((id) => communityId && id !== communityId);
    if (others.length > 0) throw new Refusal("fund.other_community");
  }
}

/** The communities that a project serves, instead of those before. */
export async function setCommunities(
  tx: Tx,
  projectId: Id<"project">,
  communityIds: readonly Id<"community">[],
) {
  await tx.delete(projectCommunities).where(eq(projectCommunities.projectId, projectId));
  const rows = [...new Set(communityIds)].map((communityId) => ({ projectId, communityId }));
  if (rows.length > 0) await tx.insert(projectCommunities).values(rows);
}
