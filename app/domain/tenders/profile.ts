import type { CriterionKind, Method, PanelCapacity, Profile } from "./tender.ts";

/** What a profile asks of a method; `experts` is the least part of the panel, as [part, whole]. */
export type MethodRules = {
  openDays: number;
  minimumBids: number;
  panel: {
    minimum: number;
    odd: boolean;
    outsiders: number;
    residentRepresentatives: number;
    experts: readonly [part: number, whole: number];
  };
  /** Bounds of the price criterion, in points. */
  priceWeight: { from: number; to: number };
  standstillWorkingDays: number;
};

/** The most points that performance on the platform may count. */
export const PERFORMANCE_WEIGHT_LIMIT = 10;

export const profileRules: Readonly<Record<Profile, Readonly<Record<Method, MethodRules>>>> = {
  community: {
    open_scored: {
      openDays: 7,
      minimumBids: 3,
      panel: { minimum: 3, odd: true, outsiders: 1, residentRepresentatives: 1, experts: [0, 1] },
      priceWeight: { from: 10, to: 30 },
      standstillWorkingDays: 3,
    },
  },
  statutory: {
    open_scored: {
      openDays: 20,
      minimumBids: 3,
      panel: { minimum: 5, odd: true, outsiders: 0, residentRepresentatives: 0, experts: [2, 3] },
      priceWeight: { from: 10, to: 100 },
      standstillWorkingDays: 7,
    },
  },
};

export const profileProblemCodes = [
  "weight_not_whole",
  "weights_not_100",
  "price_missing",
  "price_repeated",
  "price_weight_out_of_bounds",
  "performance_repeated",
  "performance_weight_too_high",
] as const;
export type ProfileProblem = (typeof profileProblemCodes)[number];

/** What is wrong with a draft's criteria under the rules; weights are whole points. */
export function profileProblems(
  rules: MethodRules,
  criteria: readonly { kind: CriterionKind; weight: number }[],
): ProfileProblem[] {
  const weights = criteria.map(({ weight }) => weight);
  const price = weightsOf(criteria, "price");
  const performance = weightsOf(criteria, "performance");
  const { from, to } = rules.priceWeight;
  return thoseTrue({
    weight_not_whole: weights.some((weight) => !Number.isInteger(weight) || weight < 1),
    weights_not_100: weights.reduce((sum, weight) => sum + weight, 0) !== 100,
    price_missing: price.length === 0,
    price_repeated: price.length > 1,
    price_weight_out_of_bounds: price.some((weight) => weight < from || weight > to),
    performance_repeated: performance.length > 1,
    performance_weight_too_high: performance.some((weight) => weight > PERFORMANCE_WEIGHT_LIMIT),
  });
}

export const panelProblemCodes = [
  "panel_too_small",
  "panel_not_odd",
  "panel_without_resident",
  "panel_without_outsider",
  "panel_too_few_experts",
] as const;
export type PanelProblem = (typeof panelProblemCodes)[number];

/** What is wrong with those who will score; a resident representative does not also count as the outsider. */
export function panelProblems(
  rules: MethodRules,
  capacities: readonly PanelCapacity[],
): PanelProblem[] {
  const { minimum, odd, outsiders, residentRepresentatives, experts } = rules.panel;
  const [part, whole] = experts;
  const count = (wanted: PanelCapacity) => capacities.filter((one) => one === wanted).length;
  const fromOutside = capacities.length - count("office");
  return thoseTrue({
    panel_too_small: capacities.length < minimum,
    panel_not_odd: odd && capacities.length % 2 === 0,
    panel_without_resident: count("resident_representative") < residentRepresentatives,
    panel_without_outsider: fromOutside < outsiders + residentRepresentatives,
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
