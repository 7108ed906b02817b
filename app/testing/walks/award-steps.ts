import { awardWhenStandstillOver } from "#app/domain/tenders/award.server.ts";
import { closeWhenDeadlinePassed } from "#app/domain/tenders/close.server.ts";
import { handInScores } from "#app/domain/tenders/hand-in.server.ts";
import { passOverWinner } from "#app/domain/tenders/pass-over.server.ts";
import { publiciseTender } from "#app/domain/tenders/publicise.server.ts";
import { recommendBid } from "#app/domain/tenders/recommend.server.ts";
import { saveScores } from "#app/domain/tenders/score.server.ts";
import { signReport } from "#app/domain/tenders/sign-report.server.ts";
import { one } from "#db/rows.ts";
import { actOf } from "#db/seed/factories/accounts.ts";
import { system } from "#db/seed/factories/awards.ts";
import {
  BIDS_NEEDED,
  dropContract,
  end,
  inState,
  lapse,
  type PlainTender,
  priceOf,
  qualityOf,
  rank,
  responsive,
  statusOf,
  unlessSuspended,
} from "./plain-tender.ts";
import { bidIdOf, hoursInto, type RealTender } from "./real-tender.ts";
import type { Step } from "./steps.ts";

const panelWorks = (plain: PlainTender) => plain.status === "evaluating" && !plain.ranking;

/** A member of the panel scores every bid that can win, and hands in. */
export const score = (member: number): Step => ({
  name: `member ${member} scores`,
  expected: (plain) => {
    if (!panelWorks(plain)) return "lifecycle.not_now";
    if (plain.suspendedAt !== undefined) return "tender.suspended";
    return plain.handedIn.has(member) ? "panel.handed_in" : "done";
  },
  attempt: async (real, plain) => {
    const { tenderId, panel } = real;
    const by = one(panel.slice(member, member + 1));
    const quality = real.criteria.filter(({ kind }) => kind === "quality");
    const scores = [];
    for (const bidder of responsive(plain)) {
      const bidId = await bidIdOf(real, bidder);
      for (const { id: criterionId, weight } of quality) {
        const hundredths = (qualityOf(bidder) * weight) / 60;
        scores.push({ bidId, criterionId, hundredths });
      }
    }
    await saveScores(await actOf(by), { tenderId, scores });
    await handInScores(await actOf(by), tenderId);
  },
  done: ({ handedIn, scored }) => {
    handedIn.add(member);
    scored.add(member);
  },
});

export const report: Step = {
  name: "sign the report",
  expected: (plain) => {
    if (!panelWorks(plain)) return "lifecycle.not_now";
    if (plain.suspendedAt !== undefined) return "tender.suspended";
    const enough = responsive(plain).length >= BIDS_NEEDED;
    return enough && plain.handedIn.size < 3 ? "report.scores_missing" : "done";
  },
  attempt: async ({ panel, tenderId }) => signReport(await actOf(one(panel.slice(0, 1))), tenderId),
  done: (plain) => {
    const able = responsive(plain);
    for (const bidder of inState(plain, "opened")) {
      if (!able.includes(bidder)) plain.bids[bidder] = "disqualified";
    }
    if (able.length < BIDS_NEEDED) return end(plain, "failed");
    plain.ranking = rank(able);
    for (const bidder of able) plain.bids[bidder] = "scored";
  },
};

/** The officer recommends a rank, with a reason. */
export const recommend = (place: number): Step => ({
  name: `recommend rank ${place}`,
  expected: (plain) => {
    if (plain.status !== "evaluating") return "lifecycle.not_now";
    if (plain.suspendedAt !== undefined) return "tender.suspended";
    if (!plain.ranking) return "recommendation.no_report";
    return plain.ranking[place - 1] === undefined ? "not_found" : "done";
  },
  attempt: async (real, { ranking }) => {
    const bidId = await bidIdOf(real, ranking?.[place - 1]);
    const reason = "前一名书面放弃。";
    await recommendBid(await actOf(real.officer), { tenderId: real.tenderId, bidId, reason });
  },
  done: (plain) => {
    plain.status = "recommended";
    plain.winner = plain.ranking?.[place - 1];
  },
});

export const publicise: Step = {
  name: "put on show",
  expected: (plain) =>
    plain.status === "recommended" ? unlessSuspended(plain) : "lifecycle.not_now",
  attempt: async ({ approver, tenderId }) => publiciseTender(await actOf(approver), tenderId),
  done: show,
};

async function show(plain: PlainTender, real: RealTender) {
  plain.status = "publicised";
  plain.publicised = true;
  plain.publicisedAt = plain.hour;
  plain.standstillEnds = await standstillOf(real);
}

/** Hours from the walk's beginning, by the calendar of working days. */
async function standstillOf({ owner, tenderId, start }: RealTender) {
  const [tender] = await owner<{ ends: Date }[]>`
    select standstill_ends_at as ends from tenders where id = ${tenderId}`;
  return hoursInto(start, tender?.ends ?? start);
}

/** The worker looks whether a clock has run out. */
export const tick: Step = {
  name: "the worker looks at the clock",
  expected: () => "done",
  attempt: async ({ officeId, tenderId }) => {
    await closeWhenDeadlinePassed(await actOf(system), { officeId, tenderId });
    await awardWhenStandstillOver(await actOf(system), { officeId, tenderId });
  },
  done: (plain) => {
    if (plain.status === "open" && statusOf(plain) === "closed") lapse(plain);
    plain.status = statusOf(plain);
    if (plain.status !== "publicised" || plain.hour < plain.standstillEnds) return;
    if (plain.suspendedAt !== undefined || plain.challenge) return;
    plain.status = "awarded";
    plain.awardedAt = plain.hour;
    plain.contract = "pending";
    plain.contractor = plain.winner;
    plain.signed.clear();
    for (const bidder of inState(plain, "scored")) {
      plain.bids[bidder] = bidder === plain.winner ? "won" : "lost";
    }
    if (plain.winner !== undefined) plain.value = priceOf(plain.winner);
  },
};

export const passOver: Step = {
  name: "pass the winner over",
  expected: (plain) => {
    if (plain.status !== "awarded") return "lifecycle.not_now";
    if (plain.suspendedAt !== undefined) return "tender.suspended";
    return plain.challenge ? "pass_over.challenge_open" : "done";
  },
  attempt: async ({ officer, tenderId }) =>
    passOverWinner(await actOf(officer), { tenderId, code: "declined", reason: "书面放弃。" }),
  done: async (plain, real) => {
    for (const bidder of inState(plain, "won")) plain.bids[bidder] = "rejected";
    for (const bidder of inState(plain, "lost")) plain.bids[bidder] = "scored";
    plain.winner = plain.ranking?.find((bidder) => plain.bids[bidder] === "scored");
    dropContract(plain);
    if (plain.winner === undefined) return end(plain, "failed");
    await show(plain, real);
  },
};
