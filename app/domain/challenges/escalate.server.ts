import { and, eq, inArray, ne } from "drizzle-orm";
import type { Act, Manager } from "#app/domain/act.ts";
import { step } from "#app/domain/lifecycle.ts";
import { readCalendar } from "#app/domain/offices/calendar.server.ts";
import { standstillEnd } from "#app/domain/offices/working-days.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { challenges } from "#db/schema/challenges.ts";
import { challengeLifecycle, openStates } from "./challenge.ts";
import { type LockedChallenge, lockChallenge } from "./lock.server.ts";

export type Escalation = { challengeId: Id<"challenge">; text: string };

/** A challenger who was refused, or got no decision in time, turns to the supervisor. */
export async function escalateChallenge(act: Act<Manager>, { challengeId, text }: Escalation) {
  await db.transaction(async (tx) => {
    const challenge = await lockChallenge(tx, act.by, challengeId);
    const state = step(challengeLifecycle, challenge.state, "escalate");
    const { tender, tenderId, officeId, answerDueAt, escalateDueAt } = challenge;
    const { now, rules } = tender;
    if (challenge.state !== "rejected" && now < answerDueAt) {
      throw new Refusal("challenge.answer_awaited");
    }
    if (now >= escalateDueAt) throw new Refusal("challenge.escalated_too_late");
    await refuseAnotherOpen(tx, challenge);
    const { decideWorkingDays } = rules.challenge;
    const rulingDueAt = standstillEnd(now, decideWorkingDays, await readCalendar(tx));
    const escalated = { escalation: text, escalatedBy: act.by.userId, escalatedAt: now };
    await tx
      .update(challenges)
      .set({ state, ...escalated, rulingDueAt })
      .where(eq(challenges.id, challengeId));
    await record(tx, act, officeId, { name: "challenge.escalated", tenderId, challengeId });
    await announce(tx);
  });
}

async function refuseAnotherOpen(
  tx: Tx,
  { id, tenderId, organizationId, subject }: LockedChallenge,
) {
  const another = and(
    eq(challenges.tenderId, tenderId),
    eq(challenges.organizationId, organizationId),
    eq(challenges.subject, subject),
    ne(challenges.id, id),
    inArray(challenges.state, [...openStates]),
  );
  if ((await tx.$count(challenges, another)) > 0) throw new Refusal("challenge.already_open");
}
