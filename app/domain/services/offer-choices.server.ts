import { and, asc, eq, gte } from "drizzle-orm";
import type { Manager } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import type { Id } from "#app/values/id.ts";
import { dayOf } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { contracts } from "#db/schema/contracts.ts";
import { communities, offices, serviceTypes, sites } from "#db/schema/offices.ts";
import { projectCommunities } from "#db/schema/projects.ts";
import { programmes } from "#db/schema/services.ts";

/** The organization's active contracts: what an offer can be made under. */
export async function listContractsForOffers({ organizationId }: Manager) {
  return await db
    .select({
      id: contracts.id,
      number: contracts.number,
      title: contracts.title,
      office: offices.name,
    })
    .from(contracts)
    .innerJoin(offices, eq(offices.id, contracts.officeId))
    .where(and(eq(contracts.organizationId, organizationId), eq(contracts.status, "active")))
    .orderBy(asc(contracts.title), asc(contracts.id));
}

/** What an offer under the organization's own contract may name; undefined for anybody else's contract. */
export async function findOfferChoices({ organizationId }: Manager, contractId: Id<"contract">) {
  const [contract] = await db
    .select({
      id: contracts.id,
      title: contracts.title,
      number: contracts.number,
      status: contracts.status,
      officeId: contracts.officeId,
      projectId: contracts.projectId,
    })
    .from(contracts)
    .where(and(eq(contracts.id, contractId), eq(contracts.organizationId, organizationId)));
  if (!contract) return undefined;
  const { officeId, projectId } = contract;
  const today = dayOf(await databaseNow());
  const [kinds, served, places, subsidies] = await Promise.all([
    db.select().from(serviceTypes).orderBy(asc(serviceTypes.position)),
    db
      .select({ id: communities.id, name: communities.name })
      .from(projectCommunities)
      .innerJoin(communities, eq(communities.id, projectCommunities.communityId))
      .where(eq(projectCommunities.projectId, projectId))
      .orderBy(asc(communities.name)),
    db
      .select({ id: sites.id, name: sites.name, address: sites.address })
      .from(sites)
      .where(eq(sites.officeId, officeId))
      .orderBy(asc(sites.name), asc(sites.id)),
    db
      .select({ id: programmes.id, name: programmes.name })
      .from(programmes)
      .where(and(eq(programmes.officeId, officeId), gte(programmes.validTo, today)))
      .orderBy(asc(programmes.name)),
  ]);
  return { contract, kinds, communities: served, sites: places, programmes: subsidies };
}
