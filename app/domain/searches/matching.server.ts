import { and, eq, gte, isNull, lte, or, SQL, sql } from "drizzle-orm";
import type { Id } from "#app/values/id.ts";
import { fen } from "#app/values/money.ts";
import type { Tx } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { offices } from "#db/schema/offices.ts";
import { projects } from "#db/schema/projects.ts";
import { savedSearches } from "#db/schema/searches.ts";
import { tenders } from "#db/schema/tenders.ts";
import type { Search } from "./search.ts";

/** Holds for a tender of the query that the search finds. */
export function foundBy({ words, serviceType, method, communityId, least, most }: Search): SQL {
  const wanted = words.trim().toLowerCase();
  const conditions = [
    wanted && sql`strpos(lower(tenders.title || ' ' || p.need), ${wanted}) > 0`,
    serviceType && sql`p.service_type = ${serviceType}`,
    method && sql`tenders.method = ${method}`,
    communityId && serves(communityId),
    least !== null && sql`p.ceiling >= ${least}`,
    most !== null && sql`p.ceiling <= ${most}`,
  ].filter((condition) => condition instanceof SQL);
  return sql`exists (select 1 from projects p where ${sql.join(
    [sql`p.id = tenders.project_id`, ...conditions],
    sql` and `,
  )})`;
}

/** A project that names no community is for all of its street's. */
const serves = (communityId: Id<"community">) => sql`(
  exists (select 1 from project_communities pc where pc.project_id = p.id and pc.community_id = ${communityId})
  or not exists (select 1 from project_communities pc where pc.project_id = p.id)
  and exists (select 1 from communities c where c.id = ${communityId} and c.office_id = p.office_id))`;

/** The searches that want notices and find a published tender, and what a notice tells of it. */
export async function listSearchesFor(tx: Tx, tenderId: Id<"tender">) {
  const tender = one(
    await tx
      .select({
        title: tenders.title,
        method: tenders.method,
        deadline: tenders.deadline,
        invited: tenders.invitedOrganizationId,
        need: projects.need,
        ceiling: projects.ceiling,
        serviceType: projects.serviceType,
        projectId: projects.id,
        officeId: tenders.officeId,
        office: offices.name,
      })
      .from(tenders)
      .innerJoin(projects, eq(projects.id, tenders.projectId))
      .innerJoin(offices, eq(offices.id, tenders.officeId))
      .where(eq(tenders.id, tenderId)),
  );
  const { title, need, serviceType, method, ceiling, projectId, officeId, invited } = tender;
  const text = `${title} ${need}`.toLowerCase();
  const searches = await tx
    .select({
      id: savedSearches.id,
      name: savedSearches.name,
      organizationId: savedSearches.organizationId,
    })
    .from(savedSearches)
    .where(
      and(
        savedSearches.notify,
        sql`strpos(${text}, lower(${savedSearches.words})) > 0`,
        or(isNull(savedSearches.serviceType), eq(savedSearches.serviceType, serviceType ?? "")),
        or(isNull(savedSearches.method), eq(savedSearches.method, method)),
        or(isNull(savedSearches.least), lte(savedSearches.least, ceiling ?? fen(0))),
        or(isNull(savedSearches.most), gte(savedSearches.most, ceiling ?? fen(0))),
        sql`(${savedSearches.communityId} is null
          or exists (select 1 from project_communities pc
            where pc.project_id = ${projectId} and pc.community_id = ${savedSearches.communityId})
          or not exists (select 1 from project_communities pc where pc.project_id = ${projectId})
          and exists (select 1 from communities c
            where c.id = ${savedSearches.communityId} and c.office_id = ${officeId}))`,
        invited ? eq(savedSearches.organizationId, invited) : undefined,
      ),
    )
    .orderBy(savedSearches.id);
  return { tender, searches };
}
