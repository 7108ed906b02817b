import { and, asc, desc, eq, isNotNull, sql } from "drizzle-orm";
import type { Manager } from "#app/domain/act.ts";
import { type OrganizationStanding, standingOf } from "#app/domain/organizations/organization.ts";
import { isSuspended } from "#app/domain/organizations/suspension.server.ts";
import { statusNow } from "#app/domain/tenders/status-now.server.ts";
import { findOwnTalks } from "#app/domain/tenders/talks-queries.server.ts";
import { answeredBy } from "#app/domain/tenders/terms-queries.server.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { bids, receipts, tenderKeys } from "#db/schema/bids.ts";
import { offices } from "#db/schema/offices.ts";
import { organizations } from "#db/schema/organizations.ts";
import { projects } from "#db/schema/projects.ts";
import { questions } from "#db/schema/questions.ts";
import { criteria, tenders } from "#db/schema/tenders.ts";
import { asOrganization } from "./as-organization.server.ts";
import { entranceObstacle } from "./bid.ts";
import { findFirstOffer } from "./first-offer.server.ts";

/** A published tender as a bidder sees it, with her own bid and receipts, and everybody's questions. */
export async function findTenderForBidder(by: Manager, tenderId: Id<"tender">) {
  return await asOrganization(by, async (tx) => {
    const tender = await findPublished(tx, by, tenderId);
    if (!tender) return undefined;
    const receiptsOfBid = await tx
      .select({
        id: receipts.id,
        round: receipts.round,
        version: receipts.version,
        at: receipts.at,
      })
      .from(receipts)
      .where(and(eq(receipts.tenderId, tenderId), eq(receipts.organizationId, by.organizationId)))
      .orderBy(desc(receipts.round), desc(receipts.version));
    const asked = await tx
      .select({
        id: questions.id,
        text: questions.text,
        askedAt: questions.askedAt,
        answer: questions.answer,
        own: sql<boolean>`${questions.organizationId} = ${by.organizationId}`,
      })
      .from(questions)
      .where(eq(questions.tenderId, tenderId))
      .orderBy(asc(questions.askedAt));
    const talks = tender.round > 1 ? await findOwnTalks(tx, by, tenderId) : null;
    return { ...tender, receipts: receiptsOfBid, questions: asked, talks };
  });
}

export type BidderTender = NonNullable<Awaited<ReturnType<typeof findTenderForBidder>>>;

/** What the bidder's browser needs to write and seal a bid, and how her bid stands. */
export async function findBidding(by: Manager, tenderId: Id<"tender">) {
  return await asOrganization(by, async (tx) => {
    const tender = await findPublished(tx, by, tenderId);
    if (!tender) return undefined;
    const [key] = await tx
      .select({ publicKey: tenderKeys.publicKey })
      .from(tenderKeys)
      .where(and(eq(tenderKeys.tenderId, tenderId), eq(tenderKeys.round, tender.round)));
    return key && { ...tender, publicKey: key.publicKey, organizationId: by.organizationId };
  });
}

export type Bidding = NonNullable<Awaited<ReturnType<typeof findBidding>>>;

async function findPublished(tx: Tx, by: Manager, tenderId: Id<"tender">) {
  const [row] = await tx
    .select({
      ...published,
      bid: {
        state: bids.state,
        version: bids.version,
        submittedAt: bids.submittedAt,
        unopenableCause: bids.unopenableCause,
        lowBidAnswerBy: bids.lowBidAnswerBy,
        lowBidExplanation: bids.lowBidExplanation,
      },
      entrant: {
        id: organizations.id,
        kind: organizations.kind,
        officeId: organizations.officeId,
      },
      verifiedAt: organizations.verifiedAt,
      rejectedReason: organizations.rejectedReason,
      suspended: isSuspended,
    })
    .from(tenders)
    .innerJoin(projects, eq(projects.id, tenders.projectId))
    .innerJoin(offices, eq(offices.id, tenders.officeId))
    .innerJoin(organizations, eq(organizations.id, by.organizationId))
    .leftJoin(
      bids,
      and(
        eq(bids.tenderId, tenders.id),
        eq(bids.organizationId, by.organizationId),
        eq(bids.round, tenders.round),
      ),
    )
    .where(and(eq(tenders.id, tenderId), isNotNull(tenders.publishedAt)));
  if (!row) return undefined;
  const { verifiedAt, rejectedReason, suspended, entrance, entrant, ...tender } = row;
  const first = (await findFirstOffer(tx, by, tenderId)) ?? null;
  const inTalks = first !== null;
  const barred = entranceObstacle({ ...entrance, ...tender }, entrant, inTalks);
  const obstacle = suspended ? ("bid.suspended" as const) : barred;
  const standing: OrganizationStanding = standingOf({ verifiedAt, rejectedReason });
  const lines = await listCriteria(tx, tenderId);
  return { ...tender, standing, obstacle, first, criteria: lines };
}

const listCriteria = (tx: Tx, tenderId: Id<"tender">) =>
  tx
    .select({
      id: criteria.id,
      kind: criteria.kind,
      name: criteria.name,
      weight: criteria.weight,
      guidance: criteria.guidance,
    })
    .from(criteria)
    .where(eq(criteria.tenderId, tenderId))
    .orderBy(asc(criteria.position));

const published = {
  id: tenders.id,
  title: tenders.title,
  method: tenders.method,
  round: tenders.round,
  status: statusNow,
  deadline: tenders.deadline,
  suspendedAt: tenders.suspendedAt,
  deadlineVersion: tenders.deadlineVersion,
  entrance: {
    officeId: tenders.officeId,
    invitedOrganizationId: tenders.invitedOrganizationId,
    barredOrganizations: tenders.barredOrganizations,
  },
  openedAt: tenders.openedAt,
  answeredBy,
  endedReason: tenders.endedReason,
  office: offices.name,
  helpPhone: offices.helpPhone,
  need: projects.need,
  targetGroup: projects.targetGroup,
  quantity: projects.quantity,
  unit: projects.unit,
  ceiling: projects.ceiling,
  startsOn: projects.startsOn,
  endsOn: projects.endsOn,
};

/** The bidder's own receipt with all that was signed, and how her bid stands today. */
export async function findReceipt(by: Manager, receiptId: Id<"receipt">) {
  const [row] = await asOrganization(by, (tx) =>
    tx
      .select({
        receipt: receipts,
        tender: { title: tenders.title, deadline: tenders.deadline },
        bid: {
          state: bids.state,
          version: bids.version,
          unopenableCause: bids.unopenableCause,
        },
      })
      .from(receipts)
      .innerJoin(tenders, eq(tenders.id, receipts.tenderId))
      .innerJoin(bids, eq(bids.id, receipts.bidId))
      .where(and(eq(receipts.id, receiptId), eq(receipts.organizationId, by.organizationId))),
  );
  return row;
}
