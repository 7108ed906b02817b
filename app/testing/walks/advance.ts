import { passOver, publicise, recommend, report, score, tick } from "./award-steps.ts";
import {
  bid,
  cancel,
  confirm,
  failForTooFew,
  publish,
  turn,
  wait,
  waitForDeadline,
} from "./bidding-steps.ts";
import { decide, letBe, resume } from "./challenge-steps.ts";
import { accept, claim, deliver, pay, sign } from "./contract-steps.ts";
import {
  BIDS_NEEDED,
  enoughDaysLeft,
  inState,
  type PlainTender,
  signingIsOver,
  statusOf,
} from "./plain-tender.ts";
import type { Step } from "./steps.ts";

/** What would usually be done next: without it a walk would hardly ever get past the opening. */
export function nextStep(plain: PlainTender): Step {
  if (plain.suspendedAt !== undefined) return resume;
  if (plain.challenge) return settle(plain.challenge, plain.hour);
  switch (statusOf(plain)) {
    case "in_review":
      return enoughDaysLeft(plain) ? publish : cancel;
    case "open":
      return missingBid(plain) ?? waitForDeadline(0);
    case "closed":
      if (inState(plain, "submitted").length < BIDS_NEEDED) return failForTooFew;
      return plain.turns.has("a") ? turn("b") : turn("a");
    case "evaluating":
      if (plain.ranking) return recommend(1);
      return missingScore(plain) ?? report;
    case "recommended":
      return publicise;
    case "publicised":
      return plain.hour < plain.standstillEnds ? wait(53) : tick;
    case "awarded":
      if (signingIsOver(plain)) return passOver;
      return plain.signed.has("office") ? sign("organization") : sign("office");
    case "contracted":
      return afterSigning(plain);
    default:
      return wait(7);
  }
}

/** Every other challenger is right. */
const settle = ({ by, answerDue }: { by: number; answerDue: number }, hour: number): Step =>
  hour < answerDue ? decide(by % 2 === 1) : letBe;

function missingBid(plain: PlainTender): Step | undefined {
  const [waiting] = inState(plain, "needs_confirm");
  if (waiting !== undefined) return confirm(waiting);
  if (inState(plain, "submitted").length > BIDS_NEEDED) return undefined;
  const missing = plain.bids.findIndex((state) => state !== "submitted");
  return missing < 0 ? undefined : bid(missing);
}

function missingScore({ handedIn }: PlainTender): Step | undefined {
  const missing = [0, 1, 2].find((member) => !handedIn.has(member));
  return missing === undefined ? undefined : score(missing);
}

function afterSigning({ milestone, delivered }: PlainTender): Step {
  if (milestone === "scheduled") return delivered === 0 ? deliver : claim;
  if (milestone === "claimed") return accept;
  return milestone === "accepted" ? pay : wait(7);
}
