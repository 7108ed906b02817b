import { and, eq, isNotNull, ne, notInArray, or, sql } from "drizzle-orm";
import type { OfficeStaff } from "#app/domain/act.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { bids, openingTurns } from "#db/schema/bids.ts";
import { challenges } from "#db/schema/challenges.ts";
import { consultations, draftComments } from "#db/schema/consultations.ts";
import { contracts } from "#db/schema/contracts.ts";
import { objections } from "#db/schema/objections.ts";
import { organizations } from "#db/schema/organizations.ts";
import { projects } from "#db/schema/projects.ts";
import { questions } from "#db/schema/questions.ts";
import { finalCalls, talks } from "#db/schema/talks.ts";
import { tenderAmendments } from "#db/schema/tender-amendments.ts";
import { panelMembers, tenders } from "#db/schema/tenders.ts";
import { isFinalRound, methodSettings } from "./method.ts";
import { nextStep, type Reader, type TenderLife } from "./next-step.ts";
import { rulesNow } from "./rules.server.ts";
import { statusNow } from "./status-now.server.ts";
import type { PanelCapacity } from "./tender.ts";
import { answeredBy } from "./terms-queries.server.ts";

type PanelFact = {
  userId: Id<"user">;
  capacity: PanelCapacity;
  chair: boolean;
  conflict: boolean | null;
  submittedAt: string | null;
};

type LifeContract = { id: Id<"contract">; organization: string };

type TalksFact = { standing: number; left: number; calledBy: string | null };

const MOST = 200;

/** What is said of its draft while that stands in public. */
const ofConsultation = {
  unrepliedId: sql<Id<"draft_comment"> | null>`(select c.id from ${draftComments} c where c.tender_id = ${tenders.id} and c.reply is null order by c.written_at, c.id limit 1)`,
  unreplied: sql<number>`(select count(*)::int from ${draftComments} c where c.tender_id = ${tenders.id} and c.reply is null)`,
  commentsUntil: sql<
    string | null
  >`(select c.closes_at from ${consultations} c where c.tender_id = ${tenders.id} and c.ended_at is null)`,
  commentsOpen: sql<boolean>`exists (select from ${consultations} c where c.tender_id = ${tenders.id} and c.ended_at is null and c.closes_at > clock_now())`,
};

/** How many first offers stand, with how many of their bidders nobody has talked yet, and who has written the call. */
const talksFact = sql<TalksFact>`(select jsonb_build_object('standing', count(b.id), 'left', count(b.id) filter (where t.id is null),
        'calledBy', (select c.proposed_by from ${finalCalls} c where c.tender_id = ${tenders.id}))
        from ${bids} b left join ${talks} t on t.bid_id = b.id where b.tender_id = ${tenders.id} and b.state = 'opened')`;

/** A question that can still be answered: before the deadline all, after it those about the result. */
const answerable = sql`q.answer is null and (${statusNow} = 'open' or q.asked_at >= ${tenders.deadline})`;

/** How far its result has come. */
const decided = {
  reportSignedAt: tenders.reportSignedAt,
  recommendedBy: tenders.recommendedBy,
  standstillEndsAt: tenders.standstillEndsAt,
};

/** What holds a tender up. */
const objected = {
  suspendedAt: tenders.suspendedAt,
  challenged: sql<boolean>`exists (select from ${challenges} c where c.tender_id = ${tenders.id} and c.state in ('filed', 'answered', 'escalated'))`,
  objectionId: sql<Id<"objection"> | null>`(select o.id from ${objections} o where o.tender_id = ${tenders.id} and o.upheld is null order by o.written_at, o.id limit 1)`,
};

/** Of its contracts the one that waits longest for the office to sign; all signed, the first. */
const contractToSign = sql`(select c.id from ${contracts} c where c.tender_id = ${tenders.id} and c.status <> 'terminated'
  order by c.office_signed_at nulls first, c.id limit 1)`;

/** Everything about the office's tenders that decides what happens next, in one query. */
const lifeQuery = () =>
  db
    .select({
      id: tenders.id,
      title: tenders.title,
      number: projects.number,
      status: statusNow,
      ...{ method: tenders.method, round: tenders.round },
      rules: rulesNow,
      reducedBidsReason: tenders.reducedBidsReason,
      authorId: tenders.authorId,
      projectAuthorId: projects.authorId,
      sentBackReason: tenders.sentBackReason,
      deadline: tenders.deadline,
      ...objected,
      openerAId: tenders.openerAId,
      openerBId: tenders.openerBId,
      ...decided,
      contractId: contracts.id,
      officeSignedAt: contracts.officeSignedAt,
      answeredBy,
      contracts: sql<
        LifeContract[]
      >`(select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'organization', o.name) order by c.id), '[]')
        from ${contracts} c join ${organizations} o on o.id = c.organization_id
        where c.tender_id = ${tenders.id} and c.status <> 'terminated')`,
      unansweredId: sql<Id<"question"> | null>`(select q.id from ${questions} q where q.tender_id = ${tenders.id} and ${answerable} order by q.asked_at, q.id limit 1)`,
      unanswered: sql<number>`(select count(*)::int from ${questions} q where q.tender_id = ${tenders.id} and ${answerable})`,
      ...ofConsultation,
      proposed: sql<{
        id: string;
        by: string;
      } | null>`(select jsonb_build_object('id', a.id, 'by', a.proposed_by) from ${tenderAmendments} a where a.tender_id = ${tenders.id} and a.state = 'proposed')`,
      turns: sql<
        string[]
      >`array(select t.user_id::text from ${openingTurns} t where t.tender_id = ${tenders.id} and t.round = ${tenders.round})`,
      submittedBids: sql<number>`(select count(*)::int from ${bids} b where b.tender_id = ${tenders.id} and b.round = ${tenders.round} and b.state::text not in ('withdrawn', 'needs_confirm', 'lapsed'))`,
      talks: talksFact,
      panel: sql<
        PanelFact[]
      >`coalesce((select jsonb_agg(jsonb_build_object('userId', p.user_id, 'capacity', p.capacity,
        'chair', p.chair, 'conflict', p.conflict, 'submittedAt', p.submitted_at)) from ${panelMembers} p where p.tender_id = ${tenders.id}), '[]')`,
    })
    .from(tenders)
    .innerJoin(projects, eq(projects.id, tenders.projectId))
    .leftJoin(contracts, eq(contracts.id, contractToSign));

type LifeRow = Awaited<ReturnType<ReturnType<typeof lifeQuery>["execute"]>>[number];

/** The office's tenders on their way from review to contract, with the reader's next step in each; earliest deadline first. */
export async function listTendersUnderWay({ officeId }: OfficeStaff, reader: Reader) {
  const rows = await lifeQuery()
    .where(
      and(
        eq(tenders.officeId, officeId),
        notInArray(tenders.status, ["contracted", "failed", "cancelled"]),
        or(ne(tenders.status, "draft"), isNotNull(tenders.sentBackReason)),
      ),
    )
    .orderBy(sql`${tenders.deadline} nulls last`, tenders.id)
    .limit(MOST);
  return rows.map((row) => withNextStep(row, reader));
}

/** How far the office's tender has come, and the reader's next step in it. */
export async function findTenderLife(
  { officeId }: OfficeStaff,
  tenderId: Id<"tender">,
  reader: Reader,
) {
  const [row] = await lifeQuery().where(
    and(eq(tenders.id, tenderId), eq(tenders.officeId, officeId)),
  );
  return row && withNextStep(row, reader);
}

const isAsked = ({ method, contractId }: Pick<LifeRow, "method" | "contractId">) =>
  methodSettings[method].acceptance === "both" && contractId === null;

function withNextStep({ panel, ...row }: LifeRow, reader: Reader) {
  const life: TenderLife = {
    ...row,
    talks: isFinalRound(row) ? null : row.talks,
    suspended: row.suspendedAt !== null,
    sentBack: row.sentBackReason !== null,
    openerIds: [row.openerAId, row.openerBId],
    proposedBy: row.proposed?.by ?? null,
    reportSigned: row.reportSignedAt !== null,
    officeSigned: row.officeSignedAt !== null,
    terms: isAsked(row) ? { office: row.answeredBy.includes("office") } : null,
    panel: panel.map(({ submittedAt, ...member }) => ({
      ...member,
      submittedAt: submittedAt === null ? null : new Date(submittedAt),
    })),
  };
  const { id, title, number, status, deadline, standstillEndsAt, contractId, unansweredId } = row;
  const { unrepliedId, objectionId, commentsUntil } = row;
  const until = commentsUntil === null ? null : new Date(commentsUntil);
  const amendmentId = row.proposed?.id ?? null;
  const ids = { id, contractId, unansweredId, unrepliedId, objectionId, amendmentId };
  const shown = {
    ...ids,
    commentsUntil: until,
    title,
    method: row.method,
    number,
    status,
    deadline,
    standstillEndsAt,
    contracts: row.contracts,
  };
  return { ...shown, step: nextStep(life, reader, row.rules) };
}
