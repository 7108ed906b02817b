import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Manager } from "#app/domain/act.ts";
import { db } from "#db/client.server.ts";
import { communities, offices, serviceTypes } from "#db/schema/offices.ts";
import { savedSearches } from "#db/schema/searches.ts";
import { tenders } from "#db/schema/tenders.ts";
import { foundBy } from "./matching.server.ts";

/** The organization's saved searches, newest first, each with how many tenders that take bids it finds. */
export async function listSearches({ organizationId }: Manager) {
  const rows = await db
    .select({
      id: savedSearches.id,
      name: savedSearches.name,
      words: savedSearches.words,
      serviceType: savedSearches.serviceType,
      method: savedSearches.method,
      communityId: savedSearches.communityId,
      least: savedSearches.least,
      most: savedSearches.most,
      notify: savedSearches.notify,
      serviceTypeZh: serviceTypes.zh,
      serviceTypeEn: serviceTypes.en,
      community: communities.name,
    })
    .from(savedSearches)
    .leftJoin(serviceTypes, eq(serviceTypes.code, savedSearches.serviceType))
    .leftJoin(communities, eq(communities.id, savedSearches.communityId))
    .where(eq(savedSearches.organizationId, organizationId))
    .orderBy(desc(savedSearches.id));
  const open = and(eq(tenders.status, "open"), sql`tenders.deadline > clock_now()`);
  return await Promise.all(
    rows.map(async (row) => ({ ...row, open: await db.$count(tenders, and(open, foundBy(row))) })),
  );
}

/** What a search can choose from: every kind of service, and every street's communities. */
export async function listSearchChoices() {
  const [kinds, places] = await Promise.all([
    db.select().from(serviceTypes).orderBy(asc(serviceTypes.position)),
    db
      .select({ id: communities.id, name: communities.name, office: offices.name })
      .from(communities)
      .innerJoin(offices, eq(offices.id, communities.officeId))
      .orderBy(asc(offices.name), asc(communities.name))
      .limit(2_000),
  ]);
  return { serviceTypes: kinds, communities: places };
}
