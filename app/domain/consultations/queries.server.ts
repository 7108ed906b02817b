import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { OfficeStaff } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { consultations, draftComments } from "#db/schema/consultations.ts";
import { offices } from "#db/schema/offices.ts";
import { projects } from "#db/schema/projects.ts";
import { criteria, tenders } from "#db/schema/tenders.ts";
import { statusNow } from "../tenders/status-now.server.ts";

const MOST = 100;

/** Drafts of every office that stand in public now, those that take comments longest first. */
export async function listPublicDrafts() {
  return await db
    .select({
      id: tenders.id,
      title: tenders.title,
      office: offices.name,
      ceiling: projects.ceiling,
      closesAt: consultations.closesAt,
      over: sql<boolean>`${consultations.closesAt} <= clock_now()`,
    })
    .from(consultations)
    .innerJoin(tenders, eq(tenders.id, consultations.tenderId))
    .innerJoin(projects, eq(projects.id, tenders.projectId))
    .innerJoin(offices, eq(offices.id, tenders.officeId))
    .where(and(isNull(consultations.endedAt), eq(tenders.status, "consulting")))
    .orderBy(desc(consultations.closesAt), asc(tenders.id))
    .limit(MOST);
}

/**
 * A draft that is or was consulted on, as anybody may read it: the comments and replies for good, what it says only
 * while it stands in public. Nobody's name is among them.
 */
export async function findPublicDraft(tenderId: Id<"tender">) {
  const [found] = await db
    .select({
      id: tenders.id,
      title: tenders.title,
      status: statusNow,
      publishedAt: tenders.publishedAt,
      office: offices.name,
      helpPhone: offices.helpPhone,
      openedAt: consultations.openedAt,
      closesAt: consultations.closesAt,
      takenBackReason: consultations.takenBackReason,
    })
    .from(tenders)
    .innerJoin(offices, eq(offices.id, tenders.officeId))
    .innerJoin(consultations, eq(consultations.tenderId, tenders.id))
    .where(eq(tenders.id, tenderId))
    .orderBy(desc(consultations.openedAt))
    .limit(1);
  if (!found) return undefined;
  const [comments, now] = await Promise.all([listDraftComments(tenderId), databaseNow()]);
  const consulting = found.status === "consulting";
  const file = consulting ? await findFile(tenderId) : null;
  return { ...found, comments, file, open: consulting && now < found.closesAt };
}

/** What was said of a draft and replied to it, oldest first, by kind of author alone. */
export async function listDraftComments(tenderId: Id<"tender">) {
  return await db
    .select({
      id: draftComments.id,
      from: sql<
        "organization" | "resident"
      >`case when ${draftComments.residentId} is null then 'organization' else 'resident' end`,
      text: draftComments.text,
      writtenAt: draftComments.writtenAt,
      reply: draftComments.reply,
      repliedAt: draftComments.repliedAt,
    })
    .from(draftComments)
    .where(eq(draftComments.tenderId, tenderId))
    .orderBy(asc(draftComments.writtenAt), asc(draftComments.id));
}

/** A comment on the office's draft, to be replied to. */
export async function findDraftComment(
  { officeId }: OfficeStaff,
  tenderId: Id<"tender">,
  commentId: Id<"draft_comment">,
) {
  const [found] = await db
    .select({ text: draftComments.text, reply: draftComments.reply, title: tenders.title })
    .from(draftComments)
    .innerJoin(tenders, eq(tenders.id, draftComments.tenderId))
    .where(
      and(
        eq(draftComments.id, commentId),
        eq(draftComments.tenderId, tenderId),
        eq(tenders.officeId, officeId),
      ),
    );
  return found;
}

async function findFile(tenderId: Id<"tender">) {
  const [[row], lines] = await Promise.all([
    db
      .select({
        method: tenders.method,
        number: projects.number,
        need: projects.need,
        targetGroup: projects.targetGroup,
        quantity: projects.quantity,
        unit: projects.unit,
        ceiling: projects.ceiling,
        startsOn: projects.startsOn,
        endsOn: projects.endsOn,
        contractDraft: tenders.contractDraft,
      })
      .from(tenders)
      .innerJoin(projects, eq(projects.id, tenders.projectId))
      .where(eq(tenders.id, tenderId)),
    db
      .select()
      .from(criteria)
      .where(eq(criteria.tenderId, tenderId))
      .orderBy(asc(criteria.position)),
  ]);
  return row ? { ...row, criteria: lines } : null;
}
