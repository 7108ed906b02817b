import { and, asc, desc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { findProgress } from "#app/domain/contracts/queries.server.ts";
import { listTenderAmendments } from "#app/domain/tender-amendments/queries.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { consultations } from "#db/schema/consultations.ts";
import { contracts } from "#db/schema/contracts.ts";
import { communities, offices, serviceTypes } from "#db/schema/offices.ts";
import { organizations } from "#db/schema/organizations.ts";
import { projectCommunities, projects } from "#db/schema/projects.ts";
import { questions } from "#db/schema/questions.ts";
import { finalCalls } from "#db/schema/talks.ts";
import { criteria, tenders } from "#db/schema/tenders.ts";
import { holdsWords } from "./matching.server.ts";
import type { NoticeKind } from "./notice.ts";
import { rulesNow } from "./rules.server.ts";
import { statusNow, tenderNow } from "./status-now.server.ts";

const PAGE = 20;

const inKind: Record<NoticeKind, SQL> = {
  open: sql`${tenders.status} = 'open' and ${tenders.deadline} > ${tenderNow}`,
  deciding: sql`(${tenders.status} = 'open' and ${tenders.deadline} <= ${tenderNow} or ${tenders.status} in ('closed', 'evaluating', 'recommended', 'publicised', 'awarded'))`,
  contracted: sql`${tenders.status} = 'contracted'`,
  ended: sql`${tenders.status} in ('failed', 'cancelled')`,
};

export type NoticeListWish = {
  words?: string | undefined;
  kind?: NoticeKind | undefined;
  after?: Id<"tender"> | undefined;
};

const after = sql.placeholder("after");
const beyond = sql`(${after}::uuid is null or (${tenders.publishedAt}, ${tenders.id}) < (select last.published_at, last.id from tenders last where last.id = ${after}::uuid))`;

const listQuery = (condition?: SQL) =>
  db
    .select({
      id: tenders.id,
      title: tenders.title,
      office: offices.name,
      ceiling: projects.ceiling,
      publishedAt: tenders.publishedAt,
      deadline: tenders.deadline,
      status: statusNow,
    })
    .from(tenders)
    .innerJoin(projects, eq(projects.id, tenders.projectId))
    .innerJoin(offices, eq(offices.id, tenders.officeId))
    .where(and(isNotNull(tenders.publishedAt), condition, beyond))
    .orderBy(desc(tenders.publishedAt), desc(tenders.id))
    .limit(PAGE + 1);

const countQuery = (condition?: SQL) =>
  db
    .select({ total: sql<number>`count(*)::int` })
    .from(tenders)
    .where(and(isNotNull(tenders.publishedAt), condition));

const prepared = {
  all: preparedAs("all"),
  open: preparedAs("open", inKind.open),
  deciding: preparedAs("deciding", inKind.deciding),
  contracted: preparedAs("contracted", inKind.contracted),
  ended: preparedAs("ended", inKind.ended),
};

function preparedAs(name: string, condition?: SQL) {
  return {
    list: listQuery(condition).prepare(`notices_${name}`),
    count: countQuery(condition).prepare(`notices_${name}_count`),
  };
}

/** Published tenders of every office, newest first: a page of 20, where the next begins, and how many there are. */
export async function listNotices({ words = "", kind, after }: NoticeListWish) {
  const holds = holdsWords(tenders.grams, tenders.title, words);
  const searched = holds && and(holds, kind && inKind[kind]);
  const values = { after: after ?? null };
  const [found, [counted]] = await Promise.all(
    searched
      ? [listQuery(searched).execute(values), countQuery(searched).execute()]
      : [prepared[kind ?? "all"].list.execute(values), prepared[kind ?? "all"].count.execute()],
  );
  const rows = found.slice(0, PAGE);
  const next = found.length > PAGE ? (rows.at(-1)?.id ?? null) : null;
  return { rows, next, total: counted?.total ?? 0 };
}

const tenderId = sql.placeholder("tenderId");

type SignedContract = { id: Id<"contract">; organization: string };

const noticeQuery = db
  .select({
    id: tenders.id,
    title: tenders.title,
    status: statusNow,
    profile: tenders.profile,
    method: tenders.method,
    round: tenders.round,
    winners: tenders.winners,
    winnerCap: tenders.winnerCap,
    rules: rulesNow,
    noticeNumber: tenders.noticeNumber,
    directGround: tenders.directGround,
    directReason: tenders.directReason,
    invited: organizations.name,
    contractDraft: tenders.contractDraft,
    consulted: sql<boolean>`exists (select from ${consultations} c where c.tender_id = ${tenders.id})`,
    performanceShareBp: tenders.performanceShareBp,
    publishedAt: tenders.publishedAt,
    deadline: tenders.deadline,
    openedAt: tenders.openedAt,
    firstDeadline: finalCalls.firstDeadline,
    firstOpenedAt: finalCalls.firstOpenedAt,
    calledAt: finalCalls.approvedAt,
    reportSignedAt: tenders.reportSignedAt,
    publicisedAt: tenders.publicisedAt,
    standstillEndsAt: tenders.standstillEndsAt,
    awardedAt: tenders.awardedAt,
    suspendedAt: tenders.suspendedAt,
    endedAt: tenders.endedAt,
    endedCode: tenders.endedCode,
    endedReason: tenders.endedReason,
    office: offices.name,
    helpPhone: offices.helpPhone,
    number: projects.number,
    need: projects.need,
    targetGroup: projects.targetGroup,
    serviceTypeZh: serviceTypes.zh,
    serviceTypeEn: serviceTypes.en,
    quantity: projects.quantity,
    unit: projects.unit,
    ceiling: projects.ceiling,
    startsOn: projects.startsOn,
    endsOn: projects.endsOn,
    contracts: sql<
      SignedContract[]
    >`(select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'organization', o.name) order by c.id), '[]')
      from ${contracts} c join ${organizations} o on o.id = c.organization_id
      where c.tender_id = ${tenders.id} and c.activated_at is not null)`,
    communities: sql<string[]>`array(select ${communities.name} from ${projectCommunities}
      join ${communities} on ${communities.id} = ${projectCommunities.communityId}
      where ${projectCommunities.projectId} = ${projects.id} order by ${communities.name})`,
  })
  .from(tenders)
  .innerJoin(projects, eq(projects.id, tenders.projectId))
  .innerJoin(offices, eq(offices.id, tenders.officeId))
  .leftJoin(finalCalls, eq(finalCalls.tenderId, tenders.id))
  .leftJoin(organizations, eq(organizations.id, tenders.invitedOrganizationId))
  .leftJoin(serviceTypes, eq(serviceTypes.code, projects.serviceType))
  .where(and(eq(tenders.id, tenderId), isNotNull(tenders.publishedAt)))
  .prepare("notice");

const criteriaQuery = db
  .select({
    id: criteria.id,
    kind: criteria.kind,
    name: criteria.name,
    weight: criteria.weight,
    guidance: criteria.guidance,
  })
  .from(criteria)
  .where(eq(criteria.tenderId, tenderId))
  .orderBy(asc(criteria.position))
  .prepare("notice_criteria");

const questionsQuery = db
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
  .orderBy(asc(questions.askedAt), asc(questions.id))
  .prepare("notice_questions");

/** A published tender as anybody may read it; who asked a question is told only after the deadline. */
export async function findNotice(id: Id<"tender">) {
  const values = { tenderId: id };
  const [[notice], rows, asked, progress, amendments] = await Promise.all([
    noticeQuery.execute(values),
    criteriaQuery.execute(values),
    questionsQuery.execute(values),
    findProgress(id),
    listTenderAmendments(id),
  ]);
  if (!notice) return undefined;
  return { ...notice, criteria: rows, questions: asked, progress, amendments };
}
