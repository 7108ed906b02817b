import type { Fen } from "#app/values/money.ts";
import type { Scoring } from "./method.ts";
import type { CriterionKind, Method, PanelCapacity, Profile } from "./tender.ts";

/** The grounds on which a supplier may be chosen without competition. */
export const directGrounds = [
  "only_supplier",
  "emergency",
  "continuity",
  "no_bids_before",
  "small_value",
] as const;
export type DirectGround = (typeof directGrounds)[number];

/** What a profile asks of a method; periods are in calendar or working days as their names say. */
export type MethodRules = {
  /** Calendar days from publication to the deadline, at least. */
  openDays: number;
  /** Calendar days by which a material amendment puts the deadline off, at least. */
  amendmentDays: number;
  minimumBids: number;
  /** As many are enough with a recorded reason; null where nothing but the minimum will do. */
  reducedBids: number | null;
  /** `experts` is the least part of the panel, as [part, whole]. */
  panel: {
    minimum: number;
    odd: boolean;
    outsiders: number;
    residentRepresentatives: number;
    witnesses: number;
    experts: readonly [part: number, whole: number];
  };
  /** Bounds of the price criterion, in points; up to 0 where price is not scored. */
  priceWeight: { from: number; to: number };
  standstillWorkingDays: number;
  /** Working days that a call for final offers leaves to the bidders, at least. */
  finalOfferWorkingDays: number;
  /** How long a draft that is consulted on stands in public, at least. */
  consultingWorkingDays: number;
  /** The most that a project may cost by this method, in fen; null for no cap of its own. */
  valueCap: Fen | null;
  /** The most that one supplier may get from an office in a year by this method, in fen. */
  supplierYearCap: Fen | null;
  grounds: readonly DirectGround[];
  /** Whether a lower rank may be recommended, with a reason. */
  lowerRank: boolean;
  challenge: {
    fileWorkingDays: number;
    answerWorkingDays: number;
    escalateWorkingDays: number;
    decideWorkingDays: number;
  };
  /** Calendar days from the award within which both sides sign. */
  signingDays: number;
  /** How far amendments may raise a contract's value in all, in basis points of it. */
  amendmentLimitBp: number;
  /** Strictly below these parts of the others' mean, of the second lowest price, or of the ceiling, a bid has to be explained. */
  lowBid: { othersMeanBp: number; secondLowestBp: number; ceilingBp: number };
};

/** Every method that a profile offers, with its rules. */
export type RuleBook = Readonly<Record<Profile, Readonly<Partial<Record<Method, MethodRules>>>>>;

/** The most points that performance on the platform may count. */
export const PERFORMANCE_WEIGHT_LIMIT = 10;

/** How many bids a tender needs: the minimum, or fewer where the rules allow that and a reason is on record. */
export const bidsNeeded = (
  { minimumBids, reducedBids }: Pick<MethodRules, "minimumBids" | "reducedBids">,
  reducedBidsReason: string | null,
): number => (reducedBidsReason !== null && reducedBids !== null ? reducedBids : minimumBids);

export const profileProblemCodes = [
  "weight_not_whole",
  "weights_not_100",
  "price_missing",
  "price_repeated",
  "price_weight_out_of_bounds",
  "performance_repeated",
  "performance_weight_too_high",
  "minimum_not_of_quality",
  "minimum_above_weight",
  "vote_not_alone",
] as const;
export type ProfileProblem = (typeof profileProblemCodes)[number];

/** What is wrong with a draft's criteria under the rules; weights are whole points. A vote is one question, and all there is. */
export function profileProblems(
  rules: MethodRules,
  criteria: readonly { kind: CriterionKind; weight: number; minimum?: number | null }[],
  scoring: Scoring = "points",
): ProfileProblem[] {
  const weights = criteria.map(({ weight }) => weight);
  const price = weightsOf(criteria, "price");
  const performance = weightsOf(criteria, "performance");
  const { from, to } = rules.priceWeight;
  return thoseTrue({
    weight_not_whole: weights.some((weight) => !Number.isInteger(weight) || weight < 1),
    weights_not_100: weights.reduce((sum, weight) => sum + weight, 0) !== 100,
    price_missing: to > 0 && price.length === 0,
    price_repeated: price.length > 1,
    price_weight_out_of_bounds: price.some((weight) => weight < from || weight > to),
    performance_repeated: performance.length > 1,
    performance_weight_too_high: performance.some((weight) => weight > PERFORMANCE_WEIGHT_LIMIT),
    minimum_not_of_quality: criteria.some(
      ({ kind, minimum }) => Boolean(minimum) && kind !== "quality",
    ),
    minimum_above_weight: criteria.some(({ weight, minimum }) => (minimum ?? 0) > weight),
    vote_not_alone:
      scoring === "votes" &&
      (criteria.length > 1 || criteria.some(({ kind }) => kind !== "quality")),
  });
}

export const panelProblemCodes = [
  "panel_too_small",
  "panel_not_odd",
  "panel_without_resident",
  "panel_without_outsider",
  "panel_without_witness",
  "panel_too_few_experts",
] as const;
export type PanelProblem = (typeof panelProblemCodes)[number];

/** What is wrong with those who will score; a resident representative does not also count as the outsider. */
export function panelProblems(
  rules: MethodRules,
  capacities: readonly PanelCapacity[],
): PanelProblem[] {
  const { minimum, odd, outsiders, residentRepresentatives, witnesses, experts } = rules.panel;
  const [part, whole] = experts;
  const count = (wanted: PanelCapacity) => capacities.filter((one) => one === wanted).length;
  const fromOutside = capacities.length - count("office");
  return thoseTrue({
    panel_too_small: capacities.length < minimum,
    panel_not_odd: odd && capacities.length % 2 === 0,
    panel_without_resident: count("resident_representative") < residentRepresentatives,
    panel_without_outsider: fromOutside < outsiders + residentRepresentatives,
    panel_without_witness: count("witness") < witnesses,
    panel_too_few_experts: count("expert") * whole < capacities.length * part,
  });
}

function weightsOf(
  criteria: readonly { kind: CriterionKind; weight: number }[],
  kind: CriterionKind,
): number[] {
  return criteria.filter((criterion) => criterion.kind === kind).map(({ weight }) => weight);
}

function thoseTrue<Code extends string>(found: Record<Code, boolean>): Code[] {
  const codes: Code[] = [];
  for (const code in found) if (found[code]) codes.push(code);
  return codes;
}
