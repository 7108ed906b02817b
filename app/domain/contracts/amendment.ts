import { portionOf } from "#app/values/basis-points.ts";
import { type Fen, fen } from "#app/values/money.ts";
import type { Lifecycle } from "../lifecycle.ts";
import type { MilestoneState } from "./contract.ts";
import type { MilestoneTerms } from "./terms.ts";

/** Why a contract in force may be changed; a change for any other reason is another purchase. */
export const amendmentCodes = [
  "more_service",
  "less_service",
  "longer",
  "shorter",
  "content",
  "people_served",
  "place",
  "price_policy",
  "staff",
  "payments",
  "force_majeure",
  "law",
  "slip_of_the_pen",
] as const;
export type AmendmentCode = (typeof amendmentCodes)[number];

export const amendmentStates = ["proposed", "agreed", "in_force", "dropped"] as const;
export type AmendmentState = (typeof amendmentStates)[number];

/** An officer proposes, an approver agrees, the organization's manager signs; until then it can be dropped. */
export const amendmentLifecycle = {
  proposed: { agree: "agreed", drop: "dropped" },
  agreed: { sign: "in_force", drop: "dropped" },
  in_force: {},
  dropped: {},
} as const satisfies Lifecycle<AmendmentState>;

/** What still waits for somebody; a contract has one such change at most. */
export const openAmendmentStates = ["proposed", "agreed"] as const satisfies AmendmentState[];

/** The value that was signed at first: what the limit of amendments is a part of. */
export const signedValue = (value: Fen, changes: readonly Fen[]): Fen =>
  fen(changes.reduce<number>((rest, change) => rest - change, value));

/** How much amendments may still raise the contract; what one took away gives no room to another. */
export function roomToRaise(value: Fen, changes: readonly Fen[], limitBp: number): Fen {
  const raised = changes.reduce<number>((sum, change) => sum + Math.max(0, change), 0);
  return fen(Math.max(0, portionOf(signedValue(value, changes), limitBp) - raised));
}

type Known = MilestoneTerms & { position: number; state: MilestoneState };

/** The contract's milestones after the change: those that were claimed stay, the others are as written anew. */
export function redivided(all: readonly Known[], parts: readonly MilestoneTerms[]) {
  const kept = all.filter(({ state }) => state !== "scheduled");
  const from = kept.reduce((last, { position }) => Math.max(last, position), 0);
  return {
    kept,
    parts: parts.map((part, index) => ({ position: from + index + 1, ...part })),
    whole: [...kept, ...parts].map(({ name, dueOn, cap }) => ({ name, dueOn, cap })),
  };
}
