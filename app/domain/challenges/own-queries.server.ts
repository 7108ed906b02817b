import { and, asc, desc, eq, notInArray } from "drizzle-orm";
import type { Manager } from "#app/domain/act.ts";
import { asOrganization } from "#app/domain/bids/as-organization.server.ts";
import { entranceObstacle } from "#app/domain/bids/bid.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { readCalendar } from "#app/domain/offices/calendar.server.ts";
import { findEntrant } from "#app/domain/organizations/lock.server.ts";
import { pausesOf } from "#app/domain/tenders/end-suspension.server.ts";
import { rulesOf } from "#app/domain/tenders/rules.server.ts";
import { periodEnd } from "#app/domain/tenders/suspension.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { bids } from "#db/schema/bids.ts";
import { challenges } from "#db/schema/challenges.ts";
import { tenders } from "#db/schema/tenders.ts";
import { challengedAt, challengeSubjects, isChallengeable } from "./challenge.ts";

/** The organization's own challenges to a tender, and to what it may still object until when. */
export async function findOwnChallenges(by: Manager, tenderId: Id<"tender">) {
  return { filed: await listOwn(by, tenderId), mayFile: await listChallengeable(by, tenderId) };
}

const listOwn = ({ organizationId }: Manager, tenderId: Id<"tender">) =>
  db
    .select({
      id: challenges.id,
      subject: challenges.subject,
      state: challenges.state,
      filedAt: challenges.filedAt,
    })
    .from(challenges)
    .where(and(eq(challenges.tenderId, tenderId), eq(challenges.organizationId, organizationId)))
    .orderBy(desc(challenges.filedAt));

async function listChallengeable(by: Manager, tenderId: Id<"tender">) {
  return await asOrganization(by, async (tx) => {
    const [tender] = await tx.select().from(tenders).where(eq(tenders.id, tenderId));
    const closed = !tender?.publishedAt || !isChallengeable(tender.status);
    const { organizationId } = by;
    if (closed || entranceObstacle(tender, await findEntrant(tx, organizationId), true)) return [];
    const own = and(
      eq(bids.tenderId, tenderId),
      eq(bids.organizationId, organizationId),
      notInArray(bids.state, ["withdrawn", "lapsed"]),
    );
    const bidder = (await tx.$count(bids, own)) > 0;
    const [now, calendar, pauses] = [
      await databaseNow(tx),
      await readCalendar(tx),
      await pausesOf(tx, tenderId),
    ];
    const { fileWorkingDays } = (await rulesOf(tx, tender)).challenge;
    return challengeSubjects.flatMap((subject) => {
      const since = subject === "tender_file" || bidder ? challengedAt(subject, tender) : null;
      const until = since && periodEnd(since, fileWorkingDays, calendar, pauses, now);
      return until && now < until ? [{ subject, until }] : [];
    });
  });
}

/** One challenge of the organization's own, with all that was said to it and whether it may go on to the supervisor. */
export async function findOwnChallenge(by: Manager, challengeId: Id<"challenge">) {
  const [found] = await db
    .select({ challenge: challenges, title: tenders.title })
    .from(challenges)
    .innerJoin(tenders, eq(tenders.id, challenges.tenderId))
    .where(and(eq(challenges.id, challengeId), eq(challenges.organizationId, by.organizationId)))
    .orderBy(asc(challenges.id));
  if (!found) return undefined;
  const { challenge, title } = found;
  const { state, decidedAt, answerDueAt, escalateDueAt } = challenge;
  const now = await databaseNow();
  const undecided = state === "filed" || state === "answered";
  const late = undecided && now >= answerDueAt;
  const { answer, publishedText, ...rest } = challenge;
  return {
    ...rest,
    ...(decidedAt ? { answer, publishedText } : { answer: null, publishedText: null }),
    title,
    late,
    mayEscalate: (state === "rejected" || late) && now < escalateDueAt,
    mayWithdraw: undecided || state === "escalated",
  };
}
