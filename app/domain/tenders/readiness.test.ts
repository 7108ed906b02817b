import { describe, expect, test } from "vitest";
import { yuan } from "#app/values/money.ts";
import { addTo, day, days } from "#app/values/time.ts";
import { defaultRules } from "./default-rules.ts";
import { type DraftToReview, mendedIn, readinessProblems } from "./readiness.ts";

const rules = defaultRules.community.open_scored;
const now = new Date("2026-11-23T02:00:00Z");

const ready: DraftToReview = {
  need: "为空巢老人定期探访",
  targetGroup: "空巢老人",
  communities: 1,
  serviceType: "companionship",
  quantity: 300,
  unit: "人",
  ceiling: yuan(508_000),
  fundId: "fund",
  startsOn: day("2027-01-01"),
  endsOn: day("2027-12-31"),
  deadline: addTo(now, days(7)),
  contractDraft: "甲方按约购买，乙方按约服务。",
  openers: [{ hasKey: true }, { hasKey: true }],
  criteria: [
    { kind: "price", weight: 30 },
    { kind: "quality", weight: 70 },
  ],
};

const problems = (change: Partial<DraftToReview>) =>
  readinessProblems({ ...ready, ...change }, rules, now);

describe("a draft", () => {
  test("with everything in it is ready, bids having exactly seven days", () => {
    expect(problems({})).toEqual([]);
  });

  test("is told everything that it lacks at once", () => {
    const empty = {
      need: " ",
      targetGroup: "",
      communities: 0,
      serviceType: null,
      quantity: null,
      unit: null,
      ceiling: null,
      fundId: null,
      startsOn: null,
      endsOn: null,
      deadline: null,
      contractDraft: "",
      openers: [],
      criteria: [],
    };
    expect(problems(empty)).toEqual([
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
      "contract_draft_missing",
      "openers_missing",
      "weights_not_100",
      "price_missing",
    ]);
  });

  test("leaves bidders less than seven days by a millisecond: too soon", () => {
    const deadline = addTo(now, days(7) - 1);
    expect(problems({ deadline })).toEqual(["deadline_too_soon"]);
  });

  test("cannot have its service begin before the bids are in", () => {
    expect(problems({ startsOn: day("2026-11-30") })).toEqual(["service_before_deadline"]);
    expect(problems({ startsOn: day("2026-12-01") })).toEqual([]);
  });

  test("needs two openers who both have a key", () => {
    expect(problems({ openers: [{ hasKey: true }] })).toEqual(["openers_missing"]);
    expect(problems({ openers: [{ hasKey: true }, { hasKey: false }] })).toEqual([
      "opener_without_key",
    ]);
  });

  test("is mended on the page that asks for what is wrong", () => {
    expect(mendedIn("ceiling_missing")).toBe("draft");
    expect(mendedIn("weights_not_100")).toBe("criteria");
  });
});
