import { and, asc, desc, eq, lt, sql } from "drizzle-orm";
import type { Manager } from "#app/domain/act.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { contracts } from "#db/schema/contracts.ts";
import { communities, offices, sites } from "#db/schema/offices.ts";
import { workers } from "#db/schema/organizations.ts";
import {
  offerCommunities,
  offers,
  offerWorkers,
  programmes,
  serviceSessions,
} from "#db/schema/services.ts";

const PAGE = 20;

const own = ({ organizationId }: Manager) => eq(offers.organizationId, organizationId);

type Wanted = {
  words?: string | undefined;
  contractId?: Id<"contract"> | undefined;
  after?: Id<"offer"> | undefined;
};

const staffCount = sql<number>`(select count(*)::int from ${offerWorkers}
  join ${workers} on ${workers.id} = ${offerWorkers.workerId} and ${workers.active}
  where ${offerWorkers.offerId} = ${offers.id})`;
const sessionCount = sql<number>`(select count(*)::int from ${serviceSessions}
  where ${serviceSessions.offerId} = ${offers.id} and ${serviceSessions.startsAt} > clock_now())`;

/** The organization's offers, newest first, with how many workers deliver each and how many sessions are to come. */
export async function listOwnOffers(by: Manager, { words, contractId, after }: Wanted) {
  const filter = and(
    own(by),
    contractId && eq(offers.contractId, contractId),
    words?.trim()
      ? sql`strpos(lower(${offers.title} || ' ' || ${offers.initials}), lower(${words.trim()})) > 0`
      : undefined,
  );
  const [found, total] = await Promise.all([
    db
      .select({
        id: offers.id,
        title: offers.title,
        mode: offers.mode,
        price: offers.price,
        published: offers.published,
        contract: contracts.title,
        contractStatus: contracts.status,
        staff: staffCount,
        sessions: sessionCount,
      })
      .from(offers)
      .innerJoin(contracts, eq(contracts.id, offers.contractId))
      .where(and(filter, after && lt(offers.id, after)))
      .orderBy(desc(offers.id))
      .limit(PAGE + 1),
    db.$count(offers, filter),
  ]);
  const rows = found.slice(0, PAGE);
  return { rows, total, next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null };
}

/** The manager's own offer with its contract, site, programme, communities and staff; undefined for anybody else's. */
export async function findOwnOffer(by: Manager, id: Id<"offer">) {
  const [rows, served, staff] = await Promise.all([
    db
      .select({
        offer: offers,
        contract: {
          title: contracts.title,
          number: contracts.number,
          status: contracts.status,
          startsOn: contracts.startsOn,
          endsOn: contracts.endsOn,
        },
        office: offices.name,
        site: sites.name,
        programme: programmes.name,
        upcoming: sessionCount,
      })
      .from(offers)
      .innerJoin(contracts, eq(contracts.id, offers.contractId))
      .innerJoin(offices, eq(offices.id, offers.officeId))
      .leftJoin(sites, eq(sites.id, offers.siteId))
      .leftJoin(programmes, eq(programmes.id, offers.programmeId))
      .where(and(eq(offers.id, id), own(by))),
    db
      .select({ id: communities.id, name: communities.name })
      .from(offerCommunities)
      .innerJoin(communities, eq(communities.id, offerCommunities.communityId))
      .where(eq(offerCommunities.offerId, id))
      .orderBy(asc(communities.name)),
    db
      .select({ id: workers.id, name: workers.name })
      .from(offerWorkers)
      .innerJoin(workers, eq(workers.id, offerWorkers.workerId))
      .where(and(eq(offerWorkers.offerId, id), eq(workers.organizationId, by.organizationId)))
      .orderBy(asc(workers.name), asc(workers.id)),
  ]);
  const [row] = rows;
  if (!row) return undefined;
  const { grams: _, ...offer } = row.offer;
  return { ...row, offer, communities: served, staff };
}
