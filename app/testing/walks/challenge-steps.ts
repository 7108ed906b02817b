import { expect } from "vitest";
import { answerChallenge } from "#app/domain/challenges/answer.server.ts";
import { decideChallenge } from "#app/domain/challenges/decide.server.ts";
import { fileChallenge } from "#app/domain/challenges/file.server.ts";
import { withdrawChallenge } from "#app/domain/challenges/withdraw.server.ts";
import { resumeTender } from "#app/domain/tenders/resume.server.ts";
import { suspendTender } from "#app/domain/tenders/suspend.server.ts";
import { canSuspend } from "#app/domain/tenders/suspension.ts";
import type { Id } from "#app/values/id.ts";
import { actOf } from "#db/seed/factories/accounts.ts";
import {
  clockOf,
  dropContract,
  inState,
  isOver,
  type PlainTender,
  statusOf,
} from "./plain-tender.ts";
import { hoursInto, managerOf, type RealTender } from "./real-tender.ts";
import type { Step } from "./steps.ts";

/** A week, in hours: within it seven working days are never over. */
const SURELY_IN_TIME = 168;
const MINUTE = 1 / 60;

/** A bidder challenges the result; one challenge is open at a time. */
export const challenge = (bidder: number): Step => ({
  name: `bidder ${bidder} challenges the result`,
  when: ({ challenge: open, publicised, hour, publicisedAt }) =>
    (open === undefined || open.by === bidder) &&
    (!publicised || hour < publicisedAt + SURELY_IN_TIME),
  expected: (plain) => {
    if (!plain.published) return "not_found";
    const state = plain.bids[bidder];
    if (!state || state === "withdrawn" || state === "lapsed") return "challenge.not_bidder";
    if (isOver(plain) || plain.status === "contracted") return "challenge.over";
    if (!plain.publicised) return "challenge.too_early";
    return plain.challenge ? "challenge.already_open" : "done";
  },
  attempt: async (real) => {
    const text = "评分与公布的标准不一致，请复核。";
    const filing = { tenderId: real.tenderId, subject: "result", text } as const;
    await fileChallenge(await actOf(managerOf(real, bidder)), filing);
  },
  done: async (plain, real) => {
    plain.challenge = { by: bidder, answerDue: (await openChallengeOf(real)).answerDue };
  },
});

/** An officer answers and an approver decides. Accepted, scoring opens again and what was on show is not any more. */
export const decide = (accepted: boolean): Step => ({
  name: accepted ? "accept the challenge" : "reject the challenge",
  when: (plain) => plain.challenge !== undefined,
  expected: ({ hour, challenge: open }) =>
    open && hour >= open.answerDue ? "challenge.answer_too_late" : "done",
  attempt: async (real) => {
    const { challengeId } = await openChallengeOf(real);
    const answer = { challengeId, publishedText: "评分是否有误。", answer: "已复核评分表。" };
    await answerChallenge(await actOf(real.officer), answer);
    const verdict = { challengeId, accepted, reason: "已核对评审记录。" };
    await decideChallenge(await actOf(real.approver), verdict);
  },
  done: (plain) => {
    plain.challenge = undefined;
    if (accepted) reopen(plain);
  },
});

function reopen(plain: PlainTender) {
  for (const bidder of inState(plain, "scored", "won", "lost", "disqualified")) {
    plain.bids[bidder] = "opened";
  }
  dropContract(plain);
  plain.handedIn.clear();
  plain.status = "evaluating";
  plain.publicised = false;
  plain.ranking = undefined;
  plain.winner = undefined;
}

export const letBe: Step = {
  name: "the challenger lets it be",
  when: (plain) => plain.challenge !== undefined,
  expected: () => "done",
  attempt: async (real, { challenge: open }) => {
    const { challengeId } = await openChallengeOf(real);
    await withdrawChallenge(await actOf(managerOf(real, open?.by ?? 0)), challengeId);
  },
  done: (plain) => {
    plain.challenge = undefined;
  },
};

/** The one open challenge, and until when it can be decided on. */
async function openChallengeOf({ owner, tenderId, start }: RealTender) {
  const [open] = await owner<{ id: Id<"challenge">; due: Date }[]>`
    select id, answer_due_at as due from challenges
    where tender_id = ${tenderId} and state in ('filed', 'answered')`;
  if (!open) throw new Error("no challenge is open");
  return { challengeId: open.id, answerDue: hoursInto(start, open.due) };
}

export const suspend: Step = {
  name: "suspend",
  expected: (plain) => {
    if (plain.suspendedAt !== undefined) return "suspension.already";
    return canSuspend(statusOf(plain)) ? "done" : "suspension.not_under_way";
  },
  attempt: async ({ approver, tenderId }) =>
    suspendTender(await actOf(approver), { tenderId, reason: "有投诉可能影响结果。" }),
  done: (plain) => {
    plain.suspendedAt = plain.hour;
  },
};

/** The clocks go on from where they stopped. */
export const resume: Step = {
  name: "resume",
  expected: ({ suspendedAt }) => (suspendedAt === undefined ? "suspension.none" : "done"),
  attempt: async ({ approver, tenderId }) =>
    resumeTender(await actOf(approver), { tenderId, reason: "投诉已经办结。" }),
  done: async (plain, real) => {
    const stood = plain.hour - clockOf(plain);
    const moved = await clocksOf(real);
    if (clockOf(plain) < plain.deadline) {
      expect(Math.abs(moved.deadline - plain.deadline - stood)).toBeLessThan(MINUTE);
      plain.deadline = moved.deadline;
    }
    if (plain.status === "publicised") {
      const had = plain.standstillEnds > clockOf(plain) ? plain.standstillEnds + stood : 0;
      expect(moved.standstillEnds).toBeGreaterThanOrEqual(
        Math.max(had, plain.standstillEnds) - MINUTE,
      );
      plain.standstillEnds = moved.standstillEnds;
    }
    if (plain.status === "awarded") plain.awardedAt += stood;
    plain.suspendedAt = undefined;
  },
};

async function clocksOf({ owner, tenderId, start }: RealTender) {
  const [tender] = await owner<{ deadline: Date; standstill: Date | null }[]>`
    select deadline, standstill_ends_at as standstill from tenders where id = ${tenderId}`;
  if (!tender) throw new Error("the tender is gone");
  const { deadline, standstill } = tender;
  const standstillEnds = standstill ? hoursInto(start, standstill) : Number.POSITIVE_INFINITY;
  return { deadline: hoursInto(start, deadline), standstillEnds };
}
