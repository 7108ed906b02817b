import { and, asc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { OfficeStaff } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { listDraftComments } from "#app/domain/consultations/queries.server.ts";
import { findProgress } from "#app/domain/contracts/queries.server.ts";
import { listTenderAmendments } from "#app/domain/tender-amendments/queries.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { funds } from "#db/schema/fund.ts";
import { fundBalances } from "#db/schema/ledger.ts";
import { communities, offices, serviceTypes } from "#db/schema/offices.ts";
import { organizations } from "#db/schema/organizations.ts";
import { projectCommunities, projects } from "#db/schema/projects.ts";
import { questions } from "#db/schema/questions.ts";
import { finalCalls } from "#db/schema/talks.ts";
import { criteria, tenders } from "#db/schema/tenders.ts";
import { findReadiness } from "./find-readiness.server.ts";
import { listReturns } from "./returns.server.ts";
import { statusNow, tenderNow } from "./status-now.server.ts";

const author = alias(users, "author");
const approver = alias(users, "approver");
const openerA = alias(users, "opener_a");
const openerB = alias(users, "opener_b");

/** A tender as the office's own people see it, with its project, criteria and questions. */
export async function findOfficeTender(by: OfficeStaff, tenderId: Id<"tender">) {
  const [[found], rows, asked, progress, amendments, comments, returns] = await Promise.all([
    tenderOf(by, tenderId),
    listCriteria(tenderId),
    listQuestions(tenderId),
    findProgress(tenderId),
    listTenderAmendments(tenderId),
    listDraftComments(tenderId),
    listReturns(by, tenderId),
  ]);
  return (
    found && { ...found, criteria: rows, questions: asked, progress, amendments, comments, returns }
  );
}

function tenderOf({ officeId }: OfficeStaff, tenderId: Id<"tender">) {
  return db
    .select({
      tender: tenders,
      project: projects,
      status: statusNow,
      firstDeadline: finalCalls.firstDeadline,
      firstOpenedAt: finalCalls.firstOpenedAt,
      calledAt: finalCalls.approvedAt,
      office: offices.name,
      fund: funds.name,
      fundYear: funds.year,
      available: fundBalances.amount,
      serviceTypeZh: serviceTypes.zh,
      serviceTypeEn: serviceTypes.en,
      author: author.name,
      approver: approver.name,
      openerA: openerA.name,
      openerB: openerB.name,
      communities: sql<string[]>`array(select ${communities.name} from ${projectCommunities}
        join ${communities} on ${communities.id} = ${projectCommunities.communityId}
        where ${projectCommunities.projectId} = ${projects.id} order by ${communities.name})`,
    })
    .from(tenders)
    .innerJoin(projects, eq(projects.id, tenders.projectId))
    .innerJoin(offices, eq(offices.id, tenders.officeId))
    .innerJoin(author, eq(author.id, tenders.authorId))
    .leftJoin(approver, eq(approver.id, tenders.approverId))
    .leftJoin(openerA, eq(openerA.id, tenders.openerAId))
    .leftJoin(openerB, eq(openerB.id, tenders.openerBId))
    .leftJoin(funds, eq(funds.id, projects.fundId))
    .leftJoin(
      fundBalances,
      and(eq(fundBalances.fundId, funds.id), eq(fundBalances.account, "available")),
    )
    .leftJoin(finalCalls, eq(finalCalls.tenderId, tenders.id))
    .leftJoin(serviceTypes, eq(serviceTypes.code, projects.serviceType))
    .where(and(eq(tenders.id, tenderId), eq(tenders.officeId, officeId)));
}

/** What the office's tender still lacks before it can be published. */
export async function findProblems({ officeId }: OfficeStaff, tenderId: Id<"tender">) {
  const [tender] = await db
    .select()
    .from(tenders)
    .where(and(eq(tenders.id, tenderId), eq(tenders.officeId, officeId)));
  if (!tender) return undefined;
  const { problems, project, market } = await findReadiness(db, tender, await databaseNow());
  return { title: tender.title, status: tender.status, project, tender, problems, market };
}

/** A question of the office's tender, to be answered. */
export async function findQuestion(
  by: OfficeStaff,
  { tenderId, questionId }: { tenderId: Id<"tender">; questionId: Id<"question"> },
) {
  const [found] = await db
    .select({
      id: questions.id,
      text: questions.text,
      askedAt: questions.askedAt,
      answer: questions.answer,
      title: tenders.title,
    })
    .from(questions)
    .innerJoin(tenders, eq(tenders.id, questions.tenderId))
    .where(
      and(
        eq(questions.id, questionId),
        eq(questions.tenderId, tenderId),
        eq(tenders.officeId, by.officeId),
      ),
    );
  return found;
}

function listCriteria(tenderId: Id<"tender">) {
  return db
    .select()
    .from(criteria)
    .where(eq(criteria.tenderId, tenderId))
    .orderBy(asc(criteria.position));
}

/** Who asked is told only once the deadline has passed, to the office as to everybody. */
function listQuestions(tenderId: Id<"tender">) {
  return db
    .select({
      id: questions.id,
      text: questions.text,
      askedAt: questions.askedAt,
      answer: questions.answer,
      answeredAt: questions.answeredAt,
      asker: sql<
        string | null
      >`case when ${tenders.round} > 1 or ${tenders.deadline} <= ${tenderNow} then ${organizations.name} end`,
    })
    .from(questions)
    .innerJoin(tenders, eq(tenders.id, questions.tenderId))
    .innerJoin(organizations, eq(organizations.id, questions.organizationId))
    .where(eq(questions.tenderId, tenderId))
    .orderBy(asc(questions.askedAt), asc(questions.id));
}
