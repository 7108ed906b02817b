import { and, eq, inArray, notInArray } from "drizzle-orm";
import type { Act, Manager } from "#app/domain/act.ts";
import { asOrganization } from "#app/domain/bids/as-organization.server.ts";
import { entranceObstacle } from "#app/domain/bids/bid.ts";
import { readCalendar } from "#app/domain/offices/calendar.server.ts";
import { standstillEnd } from "#app/domain/offices/working-days.ts";
import { requireVerified } from "#app/domain/organizations/lock.server.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { pausesOf } from "#app/domain/tenders/end-suspension.server.ts";
import { type LockedTender, lockTender } from "#app/domain/tenders/lock.server.ts";
import { periodEnd } from "#app/domain/tenders/suspension.ts";
import { type Id, newId } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { bids } from "#db/schema/bids.ts";
import { challenges } from "#db/schema/challenges.ts";
import { tenders } from "#db/schema/tenders.ts";
import { type ChallengeSubject, challengedAt, isChallengeable, openStates } from "./challenge.ts";

export type Filing = { tenderId: Id<"tender">; subject: ChallengeSubject; text: string };

/**
 * An organization challenges a tender within the period of its rules: the tender file if it could bid, the handling and
 * the result if it did. Until that is settled nothing is awarded, cancelled or signed.
 */
export async function fileChallenge(act: Act<Manager>, { tenderId, subject, text }: Filing) {
  const { by } = act;
  const { organizationId, userId: filedBy } = by;
  return await asOrganization(by, async (tx) => {
    const entrant = await requireVerified(tx, organizationId);
    const tender = await lockPublished(tx, tenderId);
    const { officeId, now: filedAt, rules } = tender;
    await refuseStranger(tx, entrant, tender, subject);
    await refuseOutOfTime(tx, tender, subject);
    await refuseSecond(tx, by, tenderId, subject);
    const { answerWorkingDays, escalateWorkingDays } = rules.challenge;
    const calendar = await readCalendar(tx);
    const answerDueAt = standstillEnd(filedAt, answerWorkingDays, calendar);
    const escalateDueAt = standstillEnd(filedAt, answerWorkingDays + escalateWorkingDays, calendar);
    const id = newId<"challenge">();
    const parties = { officeId, tenderId, organizationId, filedBy };
    await tx
      .insert(challenges)
      .values({ id, ...parties, subject, text, filedAt, answerDueAt, escalateDueAt });
    const event = { name: "challenge.filed", tenderId, challengeId: id, subject } as const;
    await record(tx, { by, at: filedAt }, officeId, event);
    await announce(tx);
    return id;
  });
}

async function lockPublished(tx: Tx, tenderId: Id<"tender">) {
  const [found] = await tx
    .select({ officeId: tenders.officeId })
    .from(tenders)
    .where(eq(tenders.id, tenderId));
  const tender = found && (await lockTender(tx, found.officeId, tenderId));
  if (!tender?.publishedAt) throw new Refusal("not_found");
  return tender;
}

async function refuseStranger(
  tx: Tx,
  entrant: Awaited<ReturnType<typeof requireVerified>>,
  tender: LockedTender,
  subject: ChallengeSubject,
) {
  const obstacle = entranceObstacle(tender, entrant, true);
  if (obstacle) throw new Refusal(obstacle);
  if (subject === "tender_file") return;
  const own = and(
    eq(bids.tenderId, tender.id),
    eq(bids.organizationId, entrant.id),
    notInArray(bids.state, ["withdrawn", "lapsed"]),
  );
  if ((await tx.$count(bids, own)) === 0) throw new Refusal("challenge.not_bidder");
}

async function refuseOutOfTime(tx: Tx, tender: LockedTender, subject: ChallengeSubject) {
  if (!isChallengeable(tender.status)) throw new Refusal("challenge.over");
  const since = challengedAt(subject, tender);
  if (!since) throw new Refusal("challenge.too_early");
  const { now, rules } = tender;
  const pauses = await pausesOf(tx, tender.id);
  const { fileWorkingDays } = rules.challenge;
  const end = periodEnd(since, fileWorkingDays, await readCalendar(tx), pauses, now);
  if (now >= end) throw new Refusal("challenge.too_late");
}

async function refuseSecond(
  tx: Tx,
  { organizationId }: Manager,
  tenderId: Id<"tender">,
  subject: ChallengeSubject,
) {
  const own = and(
    eq(challenges.tenderId, tenderId),
    eq(challenges.organizationId, organizationId),
    eq(challenges.subject, subject),
    inArray(challenges.state, [...openStates]),
  );
  if ((await tx.$count(challenges, own)) > 0) throw new Refusal("challenge.already_open");
}
