import { eq, inArray } from "drizzle-orm";
import type { Id } from "#app/values/id.ts";
import type { db, Tx } from "#db/client.server.ts";
import { openerKeys } from "#db/schema/bids.ts";
import { projectCommunities, projects } from "#db/schema/projects.ts";
import { criteria, type tenders } from "#db/schema/tenders.ts";
import { findMarket } from "./market.server.ts";
import { readinessProblems } from "./readiness.ts";
import { rulesOf } from "./rules.server.ts";

type Draft = typeof tenders.$inferSelect;

/** The project of a tender, what its draft still lacks at `now`, and its openers' public keys. */
export async function findReadiness(tx: Tx | typeof db, tender: Draft, now: Date) {
  const { projectId, openerAId, openerBId } = tender;
  const openerIds = [openerAId, openerBId].filter((opener) => opener !== null);
  const [project] = await tx.select().from(projects).where(eq(projects.id, projectId));
  if (!project) throw new Error(`tender ${tender.id} has no project`);
  const communities = await tx.$count(
    projectCommunities,
    eq(projectCommunities.projectId, projectId),
  );
  const rows = await tx.select().from(criteria).where(eq(criteria.tenderId, tender.id));
  const keys = await tx
    .select({ userId: openerKeys.userId, publicKey: openerKeys.publicKey })
    .from(openerKeys)
    .where(inArray(openerKeys.userId, openerIds));
  const keyOf = (opener: Id<"user">) => keys.find(({ userId }) => userId === opener)?.publicKey;
  const openers = openerIds.map((opener) => ({ hasKey: keyOf(opener) !== undefined }));
  const market = await findMarket(tx, tender, project, now);
  const draft = { ...project, ...tender, communities, openers, criteria: rows, market };
  const problems = readinessProblems(draft, await rulesOf(tx, tender), now);
  return {
    project,
    problems,
    market,
    openerKeys: { a: openerAId && keyOf(openerAId), b: openerBId && keyOf(openerBId) },
  };
}
