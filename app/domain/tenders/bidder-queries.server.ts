import { and, asc, desc, eq, isNotNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { Manager } from "#app/domain/act.ts";
import { asOrganization } from "#app/domain/bids/as-organization.server.ts";
import type { Id } from "#app/values/id.ts";
import { bids } from "#db/schema/bids.ts";
import { offices } from "#db/schema/offices.ts";
import { projects } from "#db/schema/projects.ts";
import { tenders } from "#db/schema/tenders.ts";
import type { BidderListKind } from "./bidding.ts";
import { statusNow, tenderNow } from "./status-now.server.ts";

const PAGE = 20;

export type BidderListWish = {
  kind: BidderListKind;
  words?: string | undefined;
  after?: Id<"tender"> | undefined;
};

/**
 * Published tenders with the state of the reader's own bid: those that take bids (which end soonest first), those
 * that she has bid for, or all of them (newest first). `next` is where the next page begins.
 */
export async function listTendersForBidder(by: Manager, wish: BidderListWish) {
  const { kind, words = "", after } = wish;
  const soonest = kind === "open";
  const found = await asOrganization(by, (tx) =>
    tx
      .select({
        id: tenders.id,
        title: tenders.title,
        office: offices.name,
        ceiling: projects.ceiling,
        deadline: tenders.deadline,
        status: statusNow,
        bid: bids.state,
      })
      .from(tenders)
      .innerJoin(projects, eq(projects.id, tenders.projectId))
      .innerJoin(offices, eq(offices.id, tenders.officeId))
      .leftJoin(bids, ownBid(by))
      .where(
        and(isNotNull(tenders.publishedAt), ofKind(kind), named(words), beyond(soonest, after)),
      )
      .orderBy(...(soonest ? [asc(tenders.deadline), asc(tenders.id)] : [desc(tenders.id)]))
      .limit(PAGE + 1),
  );
  const rows = found.slice(0, PAGE);
  return { rows, next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null };
}

/** Her bid in the current round or, where she made none in it, the one before. */
const ownBid = (by: Manager) =>
  and(
    eq(bids.tenderId, tenders.id),
    eq(bids.organizationId, by.organizationId),
    sql`${bids.round} = (select max(b.round) from bids b where b.tender_id = ${tenders.id} and b.organization_id = ${by.organizationId})`,
  );

function ofKind(kind: BidderListKind): SQL | undefined {
  if (kind === "own") return isNotNull(bids.id);
  if (kind === "all") return undefined;
  const takesHers = or(eq(tenders.round, 1), eq(bids.round, 2), eq(bids.state, "negotiated"));
  return and(eq(tenders.status, "open"), sql`${tenders.deadline} > ${tenderNow}`, takesHers);
}

/** Where a page goes on after the tender that ended the page before. */
function beyond(soonest: boolean, after: Id<"tender"> | undefined): SQL | undefined {
  if (!after) return undefined;
  if (!soonest) return lt(tenders.id, after);
  return sql`(${tenders.deadline}, ${tenders.id}) > (select last.deadline, last.id from tenders last where last.id = ${after})`;
}

function named(words: string): SQL | undefined {
  const wanted = words.trim();
  if (!wanted) return undefined;
  return and(
    sql`${tenders.grams} @> search_grams(${wanted})`,
    sql`strpos(lower(${tenders.title}), lower(${wanted})) > 0`,
  );
}
