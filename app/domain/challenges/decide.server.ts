import { eq } from "drizzle-orm";
import type { Act, Approver } from "#app/domain/act.ts";
import { step } from "#app/domain/lifecycle.ts";
import { readCalendar } from "#app/domain/offices/calendar.server.ts";
import { standstillEnd } from "#app/domain/offices/working-days.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { challenges } from "#db/schema/challenges.ts";
import { challengeLifecycle } from "./challenge.ts";
import { type LockedChallenge, lockChallenge } from "./lock.server.ts";
import { hasPersonalData } from "./personal-data.ts";
import { remedy } from "./remedy.server.ts";

export type ChallengeDecision = {
  challengeId: Id<"challenge">;
  accepted: boolean;
  reason: string;
};

/**
 * A second person decides on the answered challenge, and challenge, answer and decision are published. Accepted, it has
 * its effect at once; rejected, it can go on to the supervisor.
 */
export async function decideChallenge(
  act: Act<Approver>,
  { challengeId, accepted, reason }: ChallengeDecision,
) {
  if (hasPersonalData(reason)) throw new Refusal("challenge.personal_data");
  await db.transaction(async (tx) => {
    const challenge = await lockChallenge(tx, act.by, challengeId);
    const { tender, tenderId, officeId } = challenge;
    const event = accepted ? "accept" : "reject";
    const state = step(challengeLifecycle, challenge.state, event);
    refuseInvolved(challenge, act.by.userId);
    const { now, rules } = tender;
    if (now >= challenge.answerDueAt) throw new Refusal("challenge.answer_too_late");
    const { escalateWorkingDays } = rules.challenge;
    const escalateDueAt = standstillEnd(now, escalateWorkingDays, await readCalendar(tx));
    const decided = { decidedBy: act.by.userId, decidedAt: now, decisionReason: reason };
    await tx
      .update(challenges)
      .set({ state, ...decided, escalateDueAt })
      .where(eq(challenges.id, challengeId));
    const named = { name: "challenge.decided", tenderId, challengeId, accepted, reason } as const;
    await record(tx, act, officeId, named);
    if (accepted) await remedy(tx, act, challenge, reason);
    await announce(tx);
  });
}

/** Nobody judges her own work: neither the answer nor what is challenged. */
function refuseInvolved({ answeredBy, tender, subject }: LockedChallenge, userId: Id<"user">) {
  if (answeredBy === userId) throw new Refusal("challenge.own_answer");
  const author = subject === "tender_file" ? tender.authorId : tender.recommendedBy;
  if (author === userId) throw new Refusal("challenge.own_work");
}
