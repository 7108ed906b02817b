import type { Fen } from "#app/values/money.ts";
import { addTo, type Day, dayOf, days } from "#app/values/time.ts";
import {
  type MethodRules,
  type ProfileProblem,
  profileProblemCodes,
  profileProblems,
} from "./profile.ts";
import type { CriterionKind } from "./tender.ts";

/** All that a review asks of a draft. */
export type DraftToReview = {
  need: string;
  targetGroup: string;
  communities: number;
  serviceType: string | null;
  quantity: number | null;
  unit: string | null;
  ceiling: Fen | null;
  fundId: string | null;
  startsOn: Day | null;
  endsOn: Day | null;
  deadline: Date | null;
  contractDraft: string;
  openers: readonly { hasKey: boolean }[];
  criteria: readonly { kind: CriterionKind; weight: number }[];
};

const draftProblemCodes = [
  "need_missing",
  "target_group_missing",
  "communities_missing",
  "service_type_missing",
  "quantity_missing",
  "unit_missing",
  "ceiling_missing",
  "fund_missing",
  "period_missing",
  "deadline_missing",
  "deadline_too_soon",
  "service_before_deadline",
  "contract_draft_missing",
  "openers_missing",
  "opener_without_key",
] as const;

export const readinessProblemCodes = [...draftProblemCodes, ...profileProblemCodes] as const;
export type ReadinessProblem = (typeof readinessProblemCodes)[number];

/** What a draft still lacks before it may be reviewed and published; bids must have the profile's days from `now`. */
export function readinessProblems(
  draft: DraftToReview,
  rules: MethodRules,
  now: Date,
): ReadinessProblem[] {
  const found: Record<(typeof draftProblemCodes)[number], boolean> = {
    ...whatIsMissing(draft),
    ...whatIsTooSoon(draft, rules, now),
  };
  return [
    ...draftProblemCodes.filter((code) => found[code]),
    ...profileProblems(rules, draft.criteria),
  ];
}

/** The part of the draft on whose page a problem is mended. */
export const mendedIn = (problem: ReadinessProblem): "draft" | "criteria" =>
  isProfileProblem(problem) ? "criteria" : "draft";

function whatIsMissing(draft: DraftToReview) {
  return {
    need_missing: !draft.need.trim(),
    target_group_missing: !draft.targetGroup.trim(),
    communities_missing: draft.communities === 0,
    service_type_missing: !draft.serviceType,
    quantity_missing: !draft.quantity,
    unit_missing: !draft.unit?.trim(),
    ceiling_missing: !draft.ceiling,
    fund_missing: !draft.fundId,
    period_missing: !draft.startsOn || !draft.endsOn,
    deadline_missing: !draft.deadline,
    contract_draft_missing: !draft.contractDraft.trim(),
    openers_missing: draft.openers.length < 2,
    opener_without_key: draft.openers.some(({ hasKey }) => !hasKey),
  };
}

function whatIsTooSoon(
  { deadline, startsOn }: DraftToReview,
  { openDays }: MethodRules,
  now: Date,
) {
  return {
    deadline_too_soon: deadline !== null && deadline < addTo(now, days(openDays)),
    service_before_deadline: deadline !== null && startsOn !== null && startsOn <= dayOf(deadline),
  };
}

function isProfileProblem(problem: ReadinessProblem): problem is ProfileProblem {
  return profileProblemCodes.some((code) => code === problem);
}
