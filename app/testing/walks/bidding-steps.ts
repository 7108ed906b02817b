import { confirmBid } from "#app/domain/bids/confirm.server.ts";
import { withdrawBid } from "#app/domain/bids/withdraw.server.ts";
import { cancelTender } from "#app/domain/tenders/cancel.server.ts";
import { failForTooFewBids } from "#app/domain/tenders/fail.server.ts";
import { publishTender } from "#app/domain/tenders/publish.server.ts";
import { takeOpeningTurn } from "#app/domain/tenders/take-opening-turn.server.ts";
import { takePlatformTurn } from "#app/domain/tenders/take-platform-turn.server.ts";
import { actOf } from "#db/seed/factories/accounts.ts";
import { openerPassphrase } from "#db/seed/factories/tenders.ts";
import {
  BIDS_NEEDED,
  ceiling,
  EXTENSION,
  end,
  enoughDaysLeft,
  inState,
  LAST_DEADLINE,
  lapse,
  move,
  type PlainTender,
  statusOf,
} from "./plain-tender.ts";
import { amendTender, handInBid, managerOf, waitUntil } from "./real-tender.ts";
import type { Step } from "./steps.ts";

/** So many hours pass. */
export const wait = (hours: number): Step => ({
  name: `wait ${hours} h`,
  expected: () => "done",
  attempt: (real, { hour }) => waitUntil(real, hour + hours),
  done: (plain) => {
    plain.hour += hours;
  },
});

/** Time passes until so many minutes before the deadline. */
export const waitForDeadline = (minutesBefore: number): Step => {
  const hourOf = ({ deadline }: PlainTender) => deadline - minutesBefore / 60;
  return {
    name: `wait for ${minutesBefore} min before the deadline`,
    when: (plain) => plain.hour < hourOf(plain),
    expected: () => "done",
    attempt: (real, plain) => waitUntil(real, hourOf(plain)),
    done: (plain) => {
      plain.hour = hourOf(plain);
    },
  };
};

export const publish: Step = {
  name: "publish",
  expected: (plain) => {
    if (statusOf(plain) !== "in_review") return "lifecycle.not_now";
    return enoughDaysLeft(plain) ? "done" : "tender.too_few_days";
  },
  attempt: async ({ approver, tenderId }) => publishTender(await actOf(approver), tenderId),
  done: (plain) => {
    plain.status = "open";
    plain.published = true;
    move(plain, "available", "reserved", ceiling);
  },
};

/** Whether bids are taken, and if not, why. */
function biddingNow(plain: PlainTender) {
  if (!plain.published) return "not_found";
  const open = statusOf(plain) === "open";
  if (open && plain.suspendedAt !== undefined) return "tender.suspended";
  if (plain.hour >= plain.deadline) return "bid.too_late";
  return open ? "done" : "bid.not_open";
}

/** The bidder hands in a bid: her first, another in its place, or one after she took hers back. */
export const bid = (bidder: number): Step => ({
  name: `bidder ${bidder} bids`,
  expected: biddingNow,
  attempt: (real, { published }) => handInBid(real, bidder, published),
  done: ({ bids }) => {
    bids[bidder] = "submitted";
  },
});

export const withdraw = (bidder: number): Step => ({
  name: `bidder ${bidder} withdraws`,
  expected: (plain) => {
    const now = biddingNow(plain);
    if (now !== "done") return now;
    const state = plain.bids[bidder];
    if (!state) return "not_found";
    return state === "withdrawn" ? "lifecycle.not_now" : "done";
  },
  attempt: async (real) => withdrawBid(await actOf(managerOf(real, bidder)), real.tenderId),
  done: ({ bids }) => {
    bids[bidder] = "withdrawn";
  },
});

/** The tender's file is changed by two people, which puts the deadline off and asks for every bid anew. */
export const amendFile: Step = {
  name: "amend the tender",
  when: ({ deadline, suspendedAt }) => deadline < LAST_DEADLINE && suspendedAt === undefined,
  expected: (plain) => (statusOf(plain) === "open" ? "done" : "tender_amendment.too_late"),
  attempt: (real, { deadline }) => amendTender(real, deadline + EXTENSION),
  done: (plain) => {
    plain.deadline += EXTENSION;
    plain.version += 1;
    for (const bidder of inState(plain, "submitted")) plain.bids[bidder] = "needs_confirm";
  },
};

/** The bidder stands by her bid as the tender now is. */
export const confirm = (bidder: number): Step => ({
  name: `bidder ${bidder} confirms`,
  expected: (plain) => {
    const now = biddingNow(plain);
    if (now === "bid.too_late") return "bid.confirmed_late";
    if (now !== "done") return now;
    const state = plain.bids[bidder];
    if (!state) return "not_found";
    return state === "withdrawn" ? "lifecycle.not_now" : "done";
  },
  attempt: async (real, { version: deadlineVersion }) =>
    confirmBid(await actOf(managerOf(real, bidder)), { tenderId: real.tenderId, deadlineVersion }),
  done: ({ bids }) => {
    bids[bidder] = "submitted";
  },
});

const enoughBids = (plain: PlainTender) => inState(plain, "submitted").length >= BIDS_NEEDED;

function openingNow(plain: PlainTender) {
  const status = statusOf(plain);
  if (status === "open") return "opening.too_early";
  if (status !== "closed") return "lifecycle.not_now";
  if (plain.suspendedAt !== undefined) return "tender.suspended";
  return enoughBids(plain) ? "done" : "opening.too_few";
}

/** One of the two openers, or the platform for the other, takes her turn. */
export const turn = (holder: "a" | "b" | "platform"): Step => ({
  name: `${holder} turns the key`,
  expected: (plain) => {
    const platform = holder === "platform";
    if (platform && !plain.published) return "not_found";
    const now = openingNow(plain);
    if (now !== "done") return now;
    if (platform && plain.turns.size === 0) return "opening.opener_first";
    return plain.turns.has(holder) ? "opening.turn_taken" : "done";
  },
  attempt: async ({ openers, operator, tenderId }) =>
    holder === "platform"
      ? takePlatformTurn(await actOf(operator), tenderId)
      : takeOpeningTurn(await actOf(openers[holder]), { tenderId, passphrase: openerPassphrase }),
  done: (plain) => {
    plain.turns.add(holder);
    if (plain.turns.size < 2) return;
    plain.status = "evaluating";
    lapse(plain);
    for (const bidder of inState(plain, "submitted")) plain.bids[bidder] = "opened";
  },
});

export const failForTooFew: Step = {
  name: "fail for too few bids",
  expected: (plain) => {
    const now = openingNow(plain);
    if (now === "opening.too_few") return "done";
    return now === "done" ? "opening.enough" : now;
  },
  attempt: async ({ officer, tenderId }) =>
    failForTooFewBids(await actOf(officer), { tenderId, reason: "收到的投标不足三家。" }),
  done: (plain) => {
    lapse(plain);
    end(plain, "failed");
  },
};

const over = ["contracted", "failed", "cancelled"];

export const cancel: Step = {
  name: "cancel",
  expected: ({ challenge, status }) => {
    if (challenge) return "cancel.challenge_open";
    return over.includes(status) ? "lifecycle.not_now" : "done";
  },
  attempt: async ({ approver, tenderId }) =>
    cancelTender(await actOf(approver), { tenderId, code: "need_changed", reason: "需求变了。" }),
  done: (plain) => end(plain, "cancelled"),
};
