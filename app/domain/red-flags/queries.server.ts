import { and, asc, eq, gte, inArray, isNotNull, lt, notInArray, sql } from "drizzle-orm";
import type { Supervisor } from "#app/domain/act.ts";
import { neverOpened } from "#app/domain/bids/bid.ts";
import { findThresholds, rulesNow } from "#app/domain/tenders/rules.server.ts";
import { limitOf } from "#app/domain/tenders/thresholds.ts";
import { addDays, type Day, instantOf } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { bids } from "#db/schema/bids.ts";
import { organizations } from "#db/schema/organizations.ts";
import { projects } from "#db/schema/projects.ts";
import { tenderAmendments } from "#db/schema/tender-amendments.ts";
import { tenders } from "#db/schema/tenders.ts";
import { findFlags } from "./indicators.ts";
import type { Finding, Purchase, RedFlagBounds } from "./red-flag.ts";
import { findRedFlagBounds } from "./settings.server.ts";

/** From one calendar day to another, both included; what is left out has no end. */
export type Period = { from?: Day | undefined; to?: Day | undefined };

/**
 * What every indicator finds among the office's purchases that were published in the period, with the bounds in force:
 * four queries, however many there are.
 */
export async function findRedFlags(
  { officeId }: Supervisor,
  period: Period,
): Promise<{ bounds: RedFlagBounds; findings: Finding[] }> {
  const within = and(
    eq(tenders.officeId, officeId),
    isNotNull(tenders.publishedAt),
    period.from && gte(tenders.publishedAt, instantOf(period.from, 0)),
    period.to && lt(tenders.publishedAt, instantOf(addDays(period.to, 1), 0)),
  );
  const [bounds, bands, published, handedIn] = await Promise.all([
    findRedFlagBounds(),
    findThresholds(),
    listPublished(within),
    listBids(within),
  ]);
  const bidsOf = new Map<string, typeof handedIn>();
  for (const bid of handedIn) bidsOf.set(bid.tenderId, [...(bidsOf.get(bid.tenderId) ?? []), bid]);
  const purchases = published.map(
    ({ publishedAt, deadline, ceiling, openedAt, ...tender }): Purchase => {
      if (!publishedAt || !deadline || !ceiling) {
        throw new Error(`tender ${tender.tenderId} was published incomplete`);
      }
      const limit = limitOf(bands, tender);
      const opened = openedAt ? (bidsOf.get(tender.tenderId) ?? []) : null;
      return { ...tender, publishedAt, deadline, ceiling, limit, bids: opened };
    },
  );
  return { bounds, findings: findFlags(purchases, bounds) };
}

const listPublished = (within: ReturnType<typeof and>) =>
  db
    .select({
      tenderId: tenders.id,
      title: tenders.title,
      profile: tenders.profile,
      method: tenders.method,
      publishedAt: tenders.publishedAt,
      deadline: tenders.deadline,
      openedAt: tenders.openedAt,
      ceiling: projects.ceiling,
      serviceType: sql<string>`coalesce(${projects.serviceType}, '')`,
      rules: rulesNow,
      leftAtAmendment: sql<
        number | null
      >`(select min(extract(epoch from a.deadline_before - a.decided_at) * 1000)::float8 from ${tenderAmendments} a where a.tender_id = ${tenders.id} and a.state = 'approved')`,
    })
    .from(tenders)
    .innerJoin(projects, eq(projects.id, tenders.projectId))
    .where(within)
    .orderBy(asc(tenders.publishedAt), asc(tenders.id));

/** A winner is one from the day on which the recommendation is public. */
const isPublic = inArray(tenders.status, ["publicised", "awarded", "contracted"]);

const listBids = (within: ReturnType<typeof and>) =>
  db
    .select({
      tenderId: bids.tenderId,
      organizationId: bids.organizationId,
      organization: organizations.name,
      price: bids.price,
      disqualified: sql<boolean>`${bids.state}::text in ('disqualified', 'unopenable')`,
      winner: sql<boolean>`${isPublic} and (${bids.state} = 'won' or coalesce(${bids.id} = ${tenders.recommendedBidId}, false) or ${bids.id} = any(${tenders.alsoRecommended}))`,
    })
    .from(bids)
    .innerJoin(tenders, and(eq(tenders.id, bids.tenderId), eq(tenders.round, bids.round)))
    .innerJoin(organizations, eq(organizations.id, bids.organizationId))
    .where(and(within, isNotNull(tenders.openedAt), notInArray(bids.state, [...neverOpened])))
    .orderBy(asc(bids.submittedAt), asc(bids.id));
