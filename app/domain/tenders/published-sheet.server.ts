import { and, asc, desc, eq, isNotNull, ne, notInArray, sql } from "drizzle-orm";
import type { Manager } from "#app/domain/act.ts";
import { neverOpened } from "#app/domain/bids/bid.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { bids } from "#db/schema/bids.ts";
import { contracts } from "#db/schema/contracts.ts";
import { offices } from "#db/schema/offices.ts";
import { organizations } from "#db/schema/organizations.ts";
import { criteria, panelMembers, tenders } from "#db/schema/tenders.ts";
import type { BidResult } from "./bid-result.ts";
import { findDraw } from "./find-draw.server.ts";
import { listScoreChanges } from "./list-score-changes.server.ts";
import { methodSettings } from "./method.ts";
import { composeSheet, type PublishedSheet } from "./published-sheet.ts";
import { tenderNow } from "./status-now.server.ts";

const tenderId = sql.placeholder("tenderId");

const tenderQuery = db
  .select({
    sheet: tenders.scoreSheet,
    tender: {
      id: tenders.id,
      round: tenders.round,
      title: tenders.title,
      office: offices.name,
      status: tenders.status,
      publicisedAt: tenders.publicisedAt,
      standstillEndsAt: tenders.standstillEndsAt,
      awardedAt: tenders.awardedAt,
      standstillOver: sql<boolean>`coalesce(${tenders.standstillEndsAt} <= ${tenderNow}, false)`,
      recommendedBidId: tenders.recommendedBidId,
      alsoRecommended: tenders.alsoRecommended,
      recommendedReason: tenders.recommendedReason,
    },
  })
  .from(tenders)
  .innerJoin(offices, eq(offices.id, tenders.officeId))
  .where(and(eq(tenders.id, tenderId), isNotNull(tenders.publicisedAt)))
  .prepare("published_sheet_tender");

const criteriaQuery = db
  .select({ id: criteria.id, kind: criteria.kind, name: criteria.name, weight: criteria.weight })
  .from(criteria)
  .where(eq(criteria.tenderId, tenderId))
  .orderBy(asc(criteria.position))
  .prepare("published_sheet_criteria");

const bidsQuery = db
  .select({
    id: bids.id,
    organization: organizations.name,
    round: bids.round,
    price: bids.price,
    disqualifiedReason: bids.disqualifiedReason,
    lowBidExplanation: bids.lowBidExplanation,
    lowBidDecision: bids.lowBidDecision,
  })
  .from(bids)
  .innerJoin(organizations, eq(organizations.id, bids.organizationId))
  .where(and(eq(bids.tenderId, tenderId), notInArray(bids.state, [...neverOpened, "negotiated"])))
  .orderBy(asc(bids.submittedAt), asc(bids.id))
  .prepare("published_sheet_bids");

const panelQuery = db
  .select({
    userId: panelMembers.userId,
    name: users.name,
    capacity: panelMembers.capacity,
    chair: panelMembers.chair,
  })
  .from(panelMembers)
  .innerJoin(users, eq(users.id, panelMembers.userId))
  .where(eq(panelMembers.tenderId, tenderId))
  .prepare("published_sheet_panel");

/** The names that go with a sheet's numbers; whoever calls has made sure that the reader may see them. */
export async function readSheetNames(id: Id<"tender">) {
  const key = { tenderId: id };
  return {
    criteria: await criteriaQuery.execute(key),
    bids: await bidsQuery.execute(key),
    panel: await panelQuery.execute(key),
    changes: await listScoreChanges(id),
    draw: await findDraw(db, id),
  };
}

/** The score sheet for everybody: from the day it was publicised, with the panel's names once the standstill is over. */
export async function findPublishedSheet(id: Id<"tender">): Promise<PublishedSheet | undefined> {
  const [found] = await tenderQuery.execute({ tenderId: id });
  if (!found?.sheet) return undefined;
  const { sheet, tender } = found;
  const names = await readSheetNames(id);
  return composeSheet({ tender, sheet, ...names }, tender.standstillOver);
}

/**
 * What a bidder is told once the recommendation is public: her own line of the sheet or why she dropped out,
 * the winners' names with the lowest total among them, and the reason; undefined before, and for who did not bid.
 */
export async function findBidResult(by: Manager, id: Id<"tender">): Promise<BidResult | undefined> {
  const [own] = await db
    .select({
      id: bids.id,
      state: bids.state,
      method: tenders.method,
      disqualifiedReason: bids.disqualifiedReason,
      contractId: contracts.id,
    })
    .from(bids)
    .innerJoin(tenders, eq(tenders.id, bids.tenderId))
    .leftJoin(contracts, and(eq(contracts.bidId, bids.id), ne(contracts.status, "terminated")))
    .where(
      and(
        eq(bids.tenderId, id),
        eq(bids.organizationId, by.organizationId),
        notInArray(bids.state, [...neverOpened]),
      ),
    )
    .orderBy(desc(bids.round))
    .limit(1);
  if (!own) return undefined;
  const sheet = await findPublishedSheet(id);
  const winner = sheet && winnersIn(sheet);
  if (!winner) return undefined;
  return {
    disqualifiedReason: own.disqualifiedReason,
    asksBoth: methodSettings[own.method].acceptance === "both",
    contractId: own.contractId,
    own: sheet.bids.find(({ bidId }) => bidId === own.id) ?? null,
    scoring: sheet.scoring,
    panel: sheet.panel,
    criteria: sheet.criteria,
    bidders: sheet.bids.length,
    first: sheet.winners.some(({ bidId }) => bidId === own.id),
    winner,
    standstillEndsAt: sheet.tender.standstillEndsAt,
    awarded: sheet.tender.standstillOver,
    tender: { id: sheet.tender.id, title: sheet.tender.title },
  };
}

function winnersIn({ recommendation, winners, bids: ranked }: PublishedSheet) {
  if (!recommendation) return undefined;
  const won = ranked.filter(({ bidId }) => winners.some((winner) => winner.bidId === bidId));
  return {
    organizations: winners.map(({ organization }) => organization),
    total: Math.min(...won.map(({ total }) => total)),
    reason: recommendation.reason,
  };
}
