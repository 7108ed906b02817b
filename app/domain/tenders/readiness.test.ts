import { describe, expect, test } from "vitest";
import { fen, yuan } from "#app/values/money.ts";
import { addTo, day, days } from "#app/values/time.ts";
import { defaultRules, defaultThresholds } from "./default-rules.ts";
import { type DraftToReview, mendedIn, readinessProblems } from "./readiness.ts";
import type { Method } from "./tender.ts";
import { allowedMethods } from "./thresholds.ts";

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
  profile: "community",
  method: "open_scored",
  invitedOrganizationId: null,
  directGround: null,
  directReason: "",
  evidence: 0,
  winners: 1,
  winnerCap: null,
  market: {
    allowed: allowedMethods(defaultThresholds, yuan(508_000)),
    limit: yuan(1_000_000),
    alike: [],
    supplierTotal: yuan(0),
    forbidden: false,
  },
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

  test("of what may not be bought as a service is never ready", () => {
    expect(problems({ market: { ...ready.market, forbidden: true } })).toEqual(["forbidden"]);
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
    expect(mendedIn("split")).toBe("method");
    expect(mendedIn("weights_not_100")).toBe("criteria");
  });
});

describe("a method", () => {
  const by = (method: Method, change: Partial<DraftToReview>) => {
    const ceiling = change.ceiling ?? yuan(40_000);
    const market = { ...ready.market, allowed: allowedMethods(defaultThresholds, ceiling) };
    const quality = { kind: "quality", weight: 100 } as const;
    const price = { kind: "price", weight: 100 } as const;
    const only = method === "two_way" ? quality : price;
    const criteria = method === "panel" ? ready.criteria : [only];
    const draft = { ...ready, market, criteria, method, ceiling, ...change };
    return readinessProblems(draft, defaultRules.community[method], now);
  };
  const invited = {
    invitedOrganizationId: "one",
    directGround: "only_supplier",
    directReason: "辖区内只有这一家有资质。",
    evidence: 1,
  } as const;

  test("is allowed below its threshold, and not at it", () => {
    const below = { ...invited, ceiling: yuan(99_999.99) };
    expect(by("direct", below)).toEqual([]);
    const at = { ...invited, ceiling: yuan(100_000) };
    expect(by("direct", at)).toEqual(["method_not_allowed"]);
  });

  test("may have a cap of its own: two-way choice up to ¥50,000", () => {
    expect(by("two_way", { ceiling: yuan(50_000) })).toEqual([]);
    expect(by("two_way", { ceiling: yuan(50_000.01) })).toEqual(["method_over_cap"]);
  });

  test("that invites says whom, on what ground and why", () => {
    expect(by("direct", invited)).toEqual([]);
    expect(by("direct", {})).toEqual([
      "invited_missing",
      "ground_missing",
      "direct_reason_missing",
      "evidence_missing",
    ]);
  });

  test("that invites gives one organization at most ¥200,000 a year", () => {
    const market = (total: number) => ({
      ...ready.market,
      allowed: allowedMethods(defaultThresholds, yuan(40_000)),
      supplierTotal: yuan(total),
    });
    expect(by("direct", { ...invited, market: market(160_000) })).toEqual([]);
    expect(by("direct", { ...invited, market: market(160_000.01) })).toEqual(["supplier_over_cap"]);
  });

  test("with several winners names at least two", () => {
    const winnerCap = yuan(10_000);
    expect(by("panel", { winners: 2, winnerCap })).toEqual([]);
    expect(by("panel", { winners: 1, winnerCap })).toEqual(["winners_missing"]);
  });

  test("with several winners asks for at least as many bids", () => {
    expect(by("panel", { winners: 3, winnerCap: yuan(10_000) })).toEqual([]);
    expect(by("panel", { winners: 4, winnerCap: yuan(10_000) })).toEqual(["winners_over_bids"]);
  });

  test("with several winners says what each contract is worth, within the ceiling together", () => {
    expect(by("panel", { winners: 2 })).toEqual(["cap_missing"]);
    const half = { winners: 2, ceiling: yuan(40_000) };
    expect(by("panel", { ...half, winnerCap: yuan(20_000) })).toEqual([]);
    expect(by("panel", { ...half, winnerCap: fen(yuan(20_000) + 1) })).toEqual([
      "caps_over_ceiling",
    ]);
  });

  test("that is not open does not serve to split a purchase", () => {
    const alike = [
      { tenderId: "other", title: "", method: "lowest_price", ceiling: yuan(300_000) },
    ] as const;
    const allowed = allowedMethods(defaultThresholds, yuan(99_999));
    const market = { ...ready.market, allowed, limit: yuan(400_000), alike: [...alike] };
    expect(by("lowest_price", { ceiling: yuan(99_999), market })).toEqual([]);
    expect(by("lowest_price", { ceiling: yuan(100_000), market })).toEqual(["split"]);
  });
});
