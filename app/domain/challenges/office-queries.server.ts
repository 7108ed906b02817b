import { and, asc, desc, eq, gt, inArray, or, type SQL, sql } from "drizzle-orm";
import type { OfficeRole } from "#app/domain/accounts/role.ts";
import type { OfficeStaff } from "#app/domain/act.ts";
import type { Reader } from "#app/domain/tenders/next-step.ts";
import { tenderNow } from "#app/domain/tenders/status-now.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { challenges } from "#db/schema/challenges.ts";
import { organizations } from "#db/schema/organizations.ts";
import { tenders } from "#db/schema/tenders.ts";
import { canReopen, type openStates } from "./challenge.ts";

const MOST = 200;

type OpenState = (typeof openStates)[number];

/** By when the next word on it is due; null when it is settled. */
const due =
  sql<Date | null>`case when ${challenges.state} in ('filed', 'answered') then ${challenges.answerDueAt}
  when ${challenges.state} = 'escalated' then ${challenges.rulingDueAt} end`.mapWith(
    challenges.answerDueAt,
  );

/** Before the deadline not even the office learns who challenges. */
const challenger = sql<
  string | null
>`case when ${tenders.deadline} <= ${tenderNow} then ${organizations.name} end`;

const line = {
  id: challenges.id,
  tenderId: challenges.tenderId,
  title: tenders.title,
  subject: challenges.subject,
  state: challenges.state,
  filedAt: challenges.filedAt,
  organization: challenger,
  due,
};

const linesOf = ({ officeId }: OfficeStaff, condition?: SQL) =>
  db
    .select(line)
    .from(challenges)
    .innerJoin(tenders, eq(tenders.id, challenges.tenderId))
    .innerJoin(organizations, eq(organizations.id, challenges.organizationId))
    .where(and(eq(challenges.officeId, officeId), condition))
    .orderBy(sql`${due} nulls last`, desc(challenges.filedAt), asc(challenges.id))
    .limit(MOST);

/** Every challenge that the office met with, what is due soonest first. */
export const listChallenges = (by: OfficeStaff) => linesOf(by);

/** In which state a challenge waits for whom. */
const handledBy: Partial<Record<OfficeRole, OpenState>> = {
  officer: "filed",
  approver: "answered",
  supervisor: "escalated",
};

/** Those that wait for the reader: not for who had a part in them, and not when it is too late to answer. */
export async function listChallengesFor(by: OfficeStaff, { roles, userId }: Reader) {
  const states = roles.flatMap((role) => handledBy[role] ?? []);
  if (states.length === 0) return [];
  const inTime = or(
    eq(challenges.state, "escalated"),
    gt(challenges.answerDueAt, sql`clock_now()`),
  );
  const had = sql`${userId} in (${challenges.answeredBy}, ${challenges.decidedBy}, case when ${challenges.subject} = 'tender_file' then ${tenders.authorId} else ${tenders.recommendedBy} end)`;
  const free = or(eq(challenges.state, "filed"), sql`(${had}) is not true`);
  return await linesOf(by, and(inArray(challenges.state, states), inTime, free));
}

/** One challenge as the office reads it. */
export async function findChallenge({ officeId }: OfficeStaff, challengeId: Id<"challenge">) {
  const [found] = await db
    .select({
      ...line,
      text: challenges.text,
      publishedText: challenges.publishedText,
      answerDueAt: challenges.answerDueAt,
      answer: challenges.answer,
      answeredBy: challenges.answeredBy,
      decisionReason: challenges.decisionReason,
      decidedBy: challenges.decidedBy,
      decidedAt: challenges.decidedAt,
      escalation: challenges.escalation,
      rulingDueAt: challenges.rulingDueAt,
      ruling: challenges.ruling,
      ruledAt: challenges.ruledAt,
      overdue: sql<boolean>`${challenges.state} in ('filed', 'answered') and ${challenges.answerDueAt} <= clock_now()`,
      status: tenders.status,
    })
    .from(challenges)
    .innerJoin(tenders, eq(tenders.id, challenges.tenderId))
    .innerJoin(organizations, eq(organizations.id, challenges.organizationId))
    .where(and(eq(challenges.id, challengeId), eq(challenges.officeId, officeId)));
  if (!found) return undefined;
  const { status, ...challenge } = found;
  const reopens = challenge.subject !== "tender_file" && canReopen(status);
  return { ...challenge, reopens };
}
