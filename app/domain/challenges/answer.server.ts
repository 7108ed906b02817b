import { eq } from "drizzle-orm";
import type { Act, Officer } from "#app/domain/act.ts";
import { step } from "#app/domain/lifecycle.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { challenges } from "#db/schema/challenges.ts";
import { challengeLifecycle } from "./challenge.ts";
import { lockChallenge } from "./lock.server.ts";
import { hasPersonalData } from "./personal-data.ts";

export type ChallengeAnswer = {
  challengeId: Id<"challenge">;
  /** What everybody may read of the challenge. */
  publishedText: string;
  answer: string;
};

/** An officer answers and prepares what will be published; she may write it again until it is decided on. */
export async function answerChallenge(
  act: Act<Officer>,
  { challengeId, publishedText, answer }: ChallengeAnswer,
) {
  if ([publishedText, answer].some(hasPersonalData)) throw new Refusal("challenge.personal_data");
  await db.transaction(async (tx) => {
    const challenge = await lockChallenge(tx, act.by, challengeId);
    const state = step(challengeLifecycle, challenge.state, "answer");
    const { tenderId, officeId, answerDueAt } = challenge;
    if (challenge.tender.now >= answerDueAt) throw new Refusal("challenge.answer_too_late");
    const said = { answer, publishedText, answeredBy: act.by.userId, answeredAt: act.at };
    await tx
      .update(challenges)
      .set({ state, ...said })
      .where(eq(challenges.id, challengeId));
    await record(tx, act, officeId, { name: "challenge.answered", tenderId, challengeId });
  });
}
