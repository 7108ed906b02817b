import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lte,
  ne,
  notInArray,
  sql,
} from "drizzle-orm";
import type { Act, Manager } from "#app/domain/act.ts";
import { asOrganization } from "#app/domain/bids/as-organization.server.ts";
import { publishedReview } from "#app/domain/reviews/published.server.ts";
import { methodSettings } from "#app/domain/tenders/method.ts";
import { statusNow } from "#app/domain/tenders/status-now.server.ts";
import { methods, type TenderStatus } from "#app/domain/tenders/tender.ts";
import { listTermsToAnswer } from "#app/domain/tenders/terms-to-answer.server.ts";
import { addDays, addTo, dayOf, days } from "#app/values/time.ts";
import type { Tx } from "#db/client.server.ts";
import { bids } from "#db/schema/bids.ts";
import { reviews } from "#db/schema/bookings.ts";
import { contracts, milestones } from "#db/schema/contracts.ts";
import { organizationDocuments } from "#db/schema/organization-documents.ts";
import { questions } from "#db/schema/questions.ts";
import { tenders } from "#db/schema/tenders.ts";
import { listBidsToConfirm, listLowPriceQuestions, MOST, ownBid } from "./bid-duties.server.ts";
import { expiryOn } from "./document.ts";

/** How long before its deadline a tender is said to close soon, and before its day a milestone to be due. */
const SOON = 3;
const DUE = 7;

/** What waits for an organization's manager, and what goes on without her: a constant number of queries. */
export async function findOrganizationHome(act: Act<Manager>) {
  return await asOrganization(act.by, async (tx) => ({
    bidsToConfirm: await listBidsToConfirm(tx, act),
    termsToAnswer: await listTermsToAnswer(tx, act.by),
    lowPriceQuestions: await listLowPriceQuestions(tx, act),
    contractsToSign: await listContractsToSign(tx, act.by),
    milestonesDue: await listMilestonesDue(tx, act),
    answers: await listAnswers(tx, act),
    closingSoon: await listClosingSoon(tx, act),
    documents: await listDocumentDuties(tx, act),
    reviewsToAnswer: await countReviewsToAnswer(tx, act.by),
    runningBids: await listRunningBids(tx, act.by),
    contracts: await listActiveContracts(tx, act.by),
  }));
}

async function listContractsToSign(tx: Tx, { organizationId }: Manager) {
  return await tx
    .select({ id: contracts.id, number: contracts.number, title: contracts.title })
    .from(contracts)
    .where(
      and(
        eq(contracts.organizationId, organizationId),
        eq(contracts.status, "pending"),
        isNull(contracts.organizationSignedAt),
      ),
    )
    .limit(MOST);
}

async function listMilestonesDue(tx: Tx, { by, at }: Act<Manager>) {
  return await tx
    .select({
      id: milestones.id,
      name: milestones.name,
      dueOn: milestones.dueOn,
      sentBackReason: milestones.sentBackReason,
      contract: contracts.title,
    })
    .from(milestones)
    .innerJoin(contracts, eq(contracts.id, milestones.contractId))
    .where(
      and(
        eq(contracts.organizationId, by.organizationId),
        eq(contracts.status, "active"),
        eq(milestones.state, "scheduled"),
        lte(milestones.dueOn, addDays(dayOf(at), DUE)),
      ),
    )
    .orderBy(asc(milestones.dueOn))
    .limit(MOST);
}

async function listAnswers(tx: Tx, { by, at }: Act<Manager>) {
  return await tx
    .select({ id: questions.id, tenderId: tenders.id, title: tenders.title, text: questions.text })
    .from(questions)
    .innerJoin(tenders, eq(tenders.id, questions.tenderId))
    .where(
      and(
        eq(questions.organizationId, by.organizationId),
        isNotNull(questions.answeredAt),
        eq(tenders.status, "open"),
        gt(tenders.deadline, at),
      ),
    )
    .orderBy(desc(questions.answeredAt))
    .limit(MOST);
}

const teamMethods = methods.filter((method) => methodSettings[method].teams);

/** Those that she may bid for and has not. */
async function listClosingSoon(tx: Tx, { by, at }: Act<Manager>) {
  return await tx
    .select({ id: tenders.id, title: tenders.title, deadline: tenders.deadline })
    .from(tenders)
    .leftJoin(bids, ownBid(by, ["submitted", "needs_confirm"]))
    .where(
      and(
        eq(tenders.status, "open"),
        gt(tenders.deadline, at),
        lte(tenders.deadline, addTo(at, days(SOON))),
        isNull(bids.id),
        sql`(${tenders.round} = 1 or exists (select from bids b where b.tender_id = ${tenders.id}
          and b.organization_id = ${by.organizationId} and b.state = 'negotiated'))`,
        sql`exists (select from organizations o where o.id = ${by.organizationId}
          and (o.kind = 'registered' or o.office_id = ${tenders.officeId} and ${inArray(tenders.method, teamMethods)}))`,
      ),
    )
    .orderBy(asc(tenders.deadline))
    .limit(MOST);
}

async function countReviewsToAnswer(tx: Tx, { organizationId }: Manager): Promise<number> {
  const [row] = await tx
    .select({ waiting: count() })
    .from(reviews)
    .where(and(eq(reviews.organizationId, organizationId), isNull(reviews.reply), publishedReview));
  return row?.waiting ?? 0;
}

/** The newest document of each kind where it was not accepted or expires, and what has been shown at all. */
async function listDocumentDuties(tx: Tx, { by, at }: Act<Manager>) {
  const newest = await tx
    .selectDistinctOn([organizationDocuments.kind], {
      kind: organizationDocuments.kind,
      state: organizationDocuments.state,
      expiresOn: organizationDocuments.expiresOn,
    })
    .from(organizationDocuments)
    .where(
      and(
        eq(organizationDocuments.organizationId, by.organizationId),
        ne(organizationDocuments.state, "removed"),
      ),
    )
    .orderBy(asc(organizationDocuments.kind), desc(organizationDocuments.id));
  return {
    shown: newest.map(({ kind }) => kind),
    wrong: newest
      .map((document) => ({ ...document, expiry: expiryOn(dayOf(at), document.expiresOn) }))
      .filter(({ state, expiry }) => state === "rejected" || expiry !== "valid"),
  };
}

const over: TenderStatus[] = ["contracted", "failed", "cancelled"];

async function listRunningBids(tx: Tx, by: Manager) {
  return await tx
    .select({
      tenderId: tenders.id,
      title: tenders.title,
      deadline: tenders.deadline,
      status: statusNow,
      bid: bids.state,
    })
    .from(bids)
    .innerJoin(tenders, eq(tenders.id, bids.tenderId))
    .where(
      and(
        eq(bids.organizationId, by.organizationId),
        notInArray(tenders.status, over),
        sql`not exists (select from bids later where later.tender_id = ${bids.tenderId}
          and later.organization_id = ${bids.organizationId} and later.round > ${bids.round})`,
      ),
    )
    .orderBy(desc(tenders.id))
    .limit(MOST);
}

async function listActiveContracts(tx: Tx, { organizationId }: Manager) {
  return await tx
    .select({
      id: contracts.id,
      number: contracts.number,
      title: contracts.title,
      value: contracts.value,
      endsOn: contracts.endsOn,
    })
    .from(contracts)
    .where(and(eq(contracts.organizationId, organizationId), eq(contracts.status, "active")))
    .orderBy(asc(contracts.endsOn))
    .limit(MOST);
}
