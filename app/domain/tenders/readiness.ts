import type { Fen } from "#app/values/money.ts";
import { addTo, type Day, dayOf, days } from "#app/values/time.ts";
import { methodSettings } from "./method.ts";
import {
  type DirectGround,
  type MethodRules,
  profileProblemCodes,
  profileProblems,
} from "./profile.ts";
import type { CriterionKind, Method, Profile } from "./tender.ts";
import { type AllowedMethod, isSplit, type LikePurchase } from "./thresholds.ts";

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
  profile: Profile;
  method: Method;
  invitedOrganizationId: string | null;
  directGround: DirectGround | null;
  directReason: string;
  /** How many files of evidence there are. */
  evidence: number;
  winners: number;
  winnerCap: Fen | null;
  market: {
    allowed: readonly AllowedMethod[];
    limit: Fen | null;
    alike: readonly LikePurchase[];
    supplierTotal: Fen;
    /** Whether its title falls under something that may not be bought as a service. */
    forbidden: boolean;
  };
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
  "forbidden",
] as const;

const methodProblemCodes = [
  "method_not_allowed",
  "method_over_cap",
  "invited_missing",
  "ground_missing",
  "direct_reason_missing",
  "evidence_missing",
  "supplier_over_cap",
  "winners_missing",
  "winners_over_bids",
  "cap_missing",
  "caps_over_ceiling",
  "split",
] as const;
type MethodProblem = (typeof methodProblemCodes)[number];

export const readinessProblemCodes = [
  ...draftProblemCodes,
  ...methodProblemCodes,
  ...profileProblemCodes,
] as const;
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
  const ofMethod = whatTheMethodForbids(draft, rules);
  return [
    ...draftProblemCodes.filter((code) => found[code]),
    ...methodProblemCodes.filter((code) => ofMethod[code]),
    ...profileProblems(rules, draft.criteria, methodSettings[draft.method].scoring),
  ];
}

/** The part of the draft on whose page a problem is mended. */
export function mendedIn(problem: ReadinessProblem): "draft" | "method" | "criteria" {
  if (isOneOf(profileProblemCodes, problem)) return "criteria";
  return isOneOf(methodProblemCodes, problem) ? "method" : "draft";
}

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
    forbidden: draft.market.forbidden,
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

function whatTheMethodForbids(
  draft: DraftToReview,
  rules: MethodRules,
): Record<MethodProblem, boolean> {
  const { profile, method, ceiling, directGround, market } = draft;
  const { entrance, winners } = methodSettings[method];
  const invites = entrance === "invited";
  const over = (cap: Fen | null, value: number) => cap !== null && value > cap;
  const isAllowed = market.allowed.some((one) => one.profile === profile && one.method === method);
  return {
    method_not_allowed: ceiling !== null && !isAllowed,
    method_over_cap: ceiling !== null && over(rules.valueCap, ceiling),
    invited_missing: invites && !draft.invitedOrganizationId,
    ground_missing: invites && (!directGround || !rules.grounds.includes(directGround)),
    evidence_missing: invites && draft.evidence === 0,
    direct_reason_missing: invites && !draft.directReason.trim(),
    supplier_over_cap:
      invites && over(rules.supplierYearCap, market.supplierTotal + (ceiling ?? 0)),
    ...(winners === "several" ? whatSeveralLack(draft, rules) : noneOfSeveral),
    split: ceiling !== null && isSplit(ceiling, market.alike, market.limit),
  };
}

const noneOfSeveral = {
  winners_missing: false,
  winners_over_bids: false,
  cap_missing: false,
  caps_over_ceiling: false,
};

/** With fewer bids than winners nobody would have to be better than anybody; and the caps share one ceiling. */
function whatSeveralLack(
  { winners, winnerCap, ceiling }: DraftToReview,
  { minimumBids }: MethodRules,
): typeof noneOfSeveral {
  return {
    winners_missing: winners < 2,
    winners_over_bids: winners > minimumBids,
    cap_missing: !winnerCap,
    caps_over_ceiling: ceiling !== null && areCapsOver({ winners, winnerCap }, ceiling),
  };
}

/** Whether the caps of several winners come to more than the ceiling. */
export const areCapsOver = (
  { winners, winnerCap }: { winners: number; winnerCap: Fen | null },
  ceiling: Fen,
): boolean => winnerCap !== null && winners * winnerCap > ceiling;

const isOneOf = <Code extends string>(codes: readonly Code[], code: string): boolean =>
  codes.some((one) => one === code);
