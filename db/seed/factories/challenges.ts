import { answerChallenge } from "#app/domain/challenges/answer.server.ts";
import type { ChallengeSubject } from "#app/domain/challenges/challenge.ts";
import { decideChallenge } from "#app/domain/challenges/decide.server.ts";
import { escalateChallenge } from "#app/domain/challenges/escalate.server.ts";
import { fileChallenge } from "#app/domain/challenges/file.server.ts";
import type { Id } from "#app/values/id.ts";
import { actOf, makeOfficeActor } from "./accounts.ts";
import { makePublicisedTender } from "./awards.ts";

type ChallengeWish = NonNullable<Parameters<typeof makePublicisedTender>[0]> & {
  subject?: ChallengeSubject;
  text?: string;
};

/** A tender in standstill whose second bidder has challenged it. */
export async function makeChallenge({ subject, text, ...wish }: ChallengeWish = {}) {
  const publicised = await makePublicisedTender(wish);
  const { tender, officeId, bids } = publicised;
  const [, loser] = bids;
  if (!loser) throw new Error("nobody lost");
  const challengeId: Id<"challenge"> = await fileChallenge(await actOf(loser.manager), {
    tenderId: tender.id,
    subject: subject ?? "result",
    text: text ?? "我方服务方案列明节假日上门，评分没有体现。联系人王海，13800001234。",
  });
  const reviewer = await makeOfficeActor("approver", officeId);
  const supervisor = await makeOfficeActor("supervisor", officeId);
  return { ...publicised, loser, challenger: loser.manager, challengeId, reviewer, supervisor };
}

/** The same, answered by the officer. */
export async function makeAnsweredChallenge(wish: ChallengeWish = {}) {
  const made = await makeChallenge(wish);
  await answerChallenge(await actOf(made.officer), {
    challengeId: made.challengeId,
    publishedText: "质疑人认为服务方案中的节假日上门没有得分。",
    answer: "评审小组将核对服务方案和打分。",
  });
  return made;
}

/** The same, decided by an approver who had no part in it. */
export async function makeDecidedChallenge({
  accepted,
  ...wish
}: ChallengeWish & { accepted: boolean }) {
  const made = await makeAnsweredChallenge(wish);
  const { challengeId, reviewer } = made;
  const reason = accepted ? "服务方案第三页确有此项，打分有遗漏。" : "打分与评分办法一致。";
  await decideChallenge(await actOf(reviewer), { challengeId, accepted, reason });
  return made;
}

/** One that the office rejected and its challenger took on to the supervisor. */
export async function makeEscalatedChallenge(wish: ChallengeWish = {}) {
  const made = await makeDecidedChallenge({ ...wish, accepted: false });
  const { challengeId, challenger } = made;
  await escalateChallenge(await actOf(challenger), { challengeId, text: "答复没有回应方案内容。" });
  return made;
}
