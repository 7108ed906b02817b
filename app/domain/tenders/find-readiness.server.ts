import { eq } from "drizzle-orm";
import type { db, Tx } from "#db/client.server.ts";
import { tenderEvidence } from "#db/schema/evidence.ts";
import { projectCommunities, projects } from "#db/schema/projects.ts";
import { criteria, type tenders } from "#db/schema/tenders.ts";
import { readOpenerKeys } from "./make-round-key.server.ts";
import { findMarket } from "./market.server.ts";
import { readinessProblems } from "./readiness.ts";
import { rulesOf } from "./rules.server.ts";

type Draft = typeof tenders.$inferSelect;

/** The project of a tender, what its draft still lacks at `now`, and its openers' public keys. */
export async function findReadiness(tx: Tx | typeof db, tender: Draft, now: Date) {
  const { projectId, openerAId, openerBId } = tender;
  const [project] = await tx.select().from(projects).where(eq(projects.id, projectId));
  if (!project) throw new Error(`tender ${tender.id} has no project`);
  const communities = await tx.$count(
    projectCommunities,
    eq(projectCommunities.projectId, projectId),
  );
  const rows = await tx.select().from(criteria).where(eq(criteria.tenderId, tender.id));
  const openerKeys = await readOpenerKeys(tx, tender);
  const openers = [
    ...(openerAId ? [{ hasKey: openerKeys.a !== undefined }] : []),
    ...(openerBId ? [{ hasKey: openerKeys.b !== undefined }] : []),
  ];
  const evidence = await tx.$count(tenderEvidence, eq(tenderEvidence.tenderId, tender.id));
  const market = await findMarket(tx, tender, project, now);
  const draft = { ...project, ...tender, communities, openers, criteria: rows, market, evidence };
  const problems = readinessProblems(draft, await rulesOf(tx, tender), now);
  return { project, problems, market, openerKeys };
}
