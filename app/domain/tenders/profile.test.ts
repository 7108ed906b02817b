import { describe, expect, test } from "vitest";
import { defaultRules } from "./default-rules.ts";
import { panelProblems, profileProblems } from "./profile.ts";
import type { CriterionKind } from "./tender.ts";

const community = defaultRules.community.open_scored;
const statutory = defaultRules.statutory.open_scored;

/** Criteria written as a kind and its weight. */
const criteria = (...pairs: [CriterionKind, number][]) =>
  pairs.map(([kind, weight]) => ({ kind, weight }));

describe("the criteria of a draft", () => {
  test("may weigh the price from 10 to 30 in the community profile", () => {
    for (const price of [10, 30]) {
      expect(
        profileProblems(community, criteria(["price", price], ["quality", 100 - price])),
      ).toEqual([]);
    }
    for (const price of [9, 31]) {
      expect(
        profileProblems(community, criteria(["price", price], ["quality", 100 - price])),
      ).toEqual(["price_weight_out_of_bounds"]);
    }
  });

  test("may weigh the price higher in the statutory profile, never below 10", () => {
    expect(profileProblems(statutory, criteria(["price", 60], ["quality", 40]))).toEqual([]);
    expect(profileProblems(statutory, criteria(["price", 9], ["quality", 91]))).toEqual([
      "price_weight_out_of_bounds",
    ]);
  });

  test("sum to 100", () => {
    expect(profileProblems(community, criteria(["price", 30], ["quality", 69]))).toEqual([
      "weights_not_100",
    ]);
    expect(profileProblems(community, [])).toEqual(["weights_not_100", "price_missing"]);
  });

  test("have exactly one price", () => {
    expect(profileProblems(community, criteria(["quality", 100]))).toEqual(["price_missing"]);
    expect(
      profileProblems(community, criteria(["price", 20], ["price", 20], ["quality", 60])),
    ).toEqual(["price_repeated"]);
  });

  test("count past performance once, with at most 10 points", () => {
    const withPerformance = (...weights: number[]) =>
      profileProblems(community, [
        ...criteria(["price", 30], ["quality", 70 - weights.reduce((sum, one) => sum + one, 0)]),
        ...weights.map((weight) => ({ kind: "performance" as const, weight })),
      ]);
    expect(withPerformance(10)).toEqual([]);
    expect(withPerformance(11)).toEqual(["performance_weight_too_high"]);
    expect(withPerformance(5, 5)).toEqual(["performance_repeated"]);
  });

  test("are whole points", () => {
    expect(
      profileProblems(community, criteria(["price", 29.5], ["quality", 70.5], ["quality", 0])),
    ).toEqual(["weight_not_whole"]);
  });
});

describe("a panel", () => {
  test("of an officer, an outsider and a resident representative is enough for a community", () => {
    expect(panelProblems(community, ["office", "expert", "resident_representative"])).toEqual([]);
    expect(
      panelProblems(community, ["office", "resident_representative", "resident_representative"]),
    ).toEqual([]);
  });

  test("is at least three, and odd", () => {
    expect(panelProblems(community, ["expert", "resident_representative"])).toEqual([
      "panel_too_small",
      "panel_not_odd",
    ]);
  });

  test("does without neither the resident nor the outsider", () => {
    expect(panelProblems(community, ["office", "expert", "expert"])).toEqual([
      "panel_without_resident",
    ]);
    expect(panelProblems(community, ["office", "office", "resident_representative"])).toEqual([
      "panel_without_outsider",
    ]);
  });

  test("has two thirds experts under the statutory profile", () => {
    const panel = (experts: number, officers: number) => [
      ...Array.from({ length: experts }, () => "expert" as const),
      ...Array.from({ length: officers }, () => "office" as const),
    ];
    expect(panelProblems(statutory, panel(4, 1))).toEqual([]);
    expect(panelProblems(statutory, panel(3, 2))).toEqual(["panel_too_few_experts"]);
    expect(panelProblems(statutory, panel(6, 3))).toEqual([]);
    expect(panelProblems(statutory, panel(3, 0))).toEqual(["panel_too_small"]);
  });
});
