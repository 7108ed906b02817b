import { describe, expect, test } from "vitest";
import { type Fen, fen, yuan } from "#app/values/money.ts";
import { addTo, day, days } from "#app/values/time.ts";
import { defaultRules, defaultThresholds } from "./default-rules.ts";
import { bidsNeeded, type MethodRules, panelProblems, profileProblems } from "./profile.ts";
import { type DraftToReview, readinessProblems } from "./readiness.ts";
import type { Method, PanelCapacity, Profile } from "./tender.ts";
import { allowedMethods } from "./thresholds.ts";

/** What the design's table says, by hand: the smallest panel that is enough, and each number at its bound. */
type Cell = {
  openDays: number;
  bids: number;
  withReason: number;
  panel: PanelCapacity[];
  price: [from: number, to: number];
  standstill: number;
  below: Fen | null;
  lowerRank: boolean;
};

const neighbours: PanelCapacity[] = ["office", "expert", "resident_representative"];
const twoPeople: PanelCapacity[] = ["office", "witness"];
const threeByStatute: PanelCapacity[] = ["expert", "expert", "office"];
const fiveByStatute: PanelCapacity[] = ["expert", "expert", "expert", "expert", "office"];

const cell = (change: Partial<Cell>): Cell => ({
  openDays: 7,
  bids: 3,
  withReason: 3,
  panel: neighbours,
  price: [10, 30],
  standstill: 3,
  below: yuan(1_000_000),
  lowerRank: true,
  ...change,
});
const byStatute = (change: Partial<Cell>) =>
  cell({
    openDays: 20,
    panel: fiveByStatute,
    price: [10, 100],
    standstill: 7,
    below: null,
    lowerRank: false,
    ...change,
  });

const table: [Profile, Method, Cell][] = [
  ["community", "open_scored", cell({})],
  ["community", "consult", cell({ openDays: 5, withReason: 2 })],
  [
    "community",
    "lowest_price",
    cell({
      openDays: 3,
      panel: twoPeople,
      price: [100, 100],
      standstill: 2,
      below: yuan(400_000),
    }),
  ],
  [
    "community",
    "direct",
    cell({
      openDays: 1,
      bids: 1,
      withReason: 1,
      panel: twoPeople,
      price: [100, 100],
      standstill: 5,
      below: yuan(100_000),
    }),
  ],
  [
    "community",
    "two_way",
    cell({ openDays: 5, bids: 1, withReason: 1, price: [0, 0], below: yuan(100_000) }),
  ],
  ["community", "panel", cell({})],
  ["statutory", "open_scored", byStatute({})],
  [
    "statutory",
    "consult",
    byStatute({ openDays: 10, withReason: 2, panel: threeByStatute, price: [10, 30] }),
  ],
  ["statutory", "lowest_price", byStatute({ price: [100, 100] })],
  [
    "statutory",
    "direct",
    byStatute({
      openDays: 1,
      bids: 1,
      withReason: 1,
      panel: threeByStatute,
      price: [100, 100],
      standstill: 5,
    }),
  ],
  ["statutory", "panel", byStatute({})],
];

const now = new Date("2026-11-23T02:00:00Z");

/** A draft of ¥40,000 of that method in which nothing is missing. */
function draftOf(profile: Profile, method: Method, price: number): DraftToReview {
  const value = yuan(40_000);
  return {
    need: "为空巢老人定期探访",
    targetGroup: "空巢老人",
    communities: 1,
    serviceType: "companionship",
    quantity: 300,
    unit: "人",
    ceiling: value,
    fundId: "fund",
    startsOn: day("2027-03-01"),
    endsOn: day("2027-12-31"),
    deadline: addTo(now, days(40)),
    contractDraft: "甲方按约购买，乙方按约服务。",
    openers: [{ hasKey: true }, { hasKey: true }],
    criteria: weighed(price),
    profile,
    method,
    invitedOrganizationId: method === "direct" ? "invited" : null,
    directGround: method === "direct" ? "only_supplier" : null,
    directReason: method === "direct" ? "全市只有这一家有资质。" : "",
    evidence: method === "direct" ? 1 : 0,
    winners: method === "panel" ? 2 : 1,
    winnerCap: method === "panel" ? fen(1) : null,
    market: {
      allowed: allowedMethods(defaultThresholds, value),
      limit: yuan(100_000),
      alike: [],
      supplierTotal: yuan(0),
      forbidden: false,
    },
  };
}

const weighed = (price: number) => [
  ...(price > 0 ? [{ kind: "price" as const, weight: price }] : []),
  ...(price < 100 ? [{ kind: "quality" as const, weight: 100 - price }] : []),
];

const rulesOf = (profile: Profile, method: Method): MethodRules => {
  const offered: Partial<Record<Method, MethodRules>> = defaultRules[profile];
  const rules = offered[method];
  if (!rules) throw new Error(`${profile} does not offer ${method}`);
  return rules;
};

describe.each(table)("%s %s", (profile, method, expected) => {
  const rules = rulesOf(profile, method);
  const [from, to] = expected.price;
  const draft = draftOf(profile, method, from);
  const problems = (change: Partial<DraftToReview>) =>
    readinessProblems({ ...draft, ...change }, rules, now);

  test("is ready with exactly its days, and not a moment less", () => {
    const deadline = addTo(now, days(expected.openDays));
    expect(problems({ deadline })).toEqual([]);
    expect(problems({ deadline: addTo(deadline, -1) })).toEqual(["deadline_too_soon"]);
  });

  test("takes as many bids as it says, fewer only for a reason", () => {
    expect(bidsNeeded(rules, null)).toBe(expected.bids);
    expect(bidsNeeded(rules, "符合条件的机构少。")).toBe(expected.withReason);
  });

  test("has a panel that is enough, and none smaller", () => {
    expect(panelProblems(rules, expected.panel)).toEqual([]);
    for (const [index] of expected.panel.entries()) {
      const less = expected.panel.toSpliced(index, 1);
      expect(panelProblems(rules, less)).toContain("panel_too_small");
    }
  });

  test("weighs the price between its bounds", () => {
    expect(profileProblems(rules, weighed(from))).toEqual([]);
    expect(profileProblems(rules, weighed(to))).toEqual([]);
    const outside = [from - 1, to + 1].filter((price) => price > 0 && price <= 100);
    for (const price of outside) {
      expect(profileProblems(rules, weighed(price))).toContain("price_weight_out_of_bounds");
    }
  });

  test("stands still, and ranks, as it says", () => {
    expect(rules.standstillWorkingDays).toBe(expected.standstill);
    expect(rules.lowerRank).toBe(expected.lowerRank);
  });

  test("is allowed below its threshold, and not from it on", () => {
    const allows = (value: Fen) =>
      allowedMethods(defaultThresholds, value).some(
        (one) => one.profile === profile && one.method === method,
      );
    const { below } = expected;
    expect(allows(below === null ? yuan(9_000_000) : fen(below - 1))).toBe(true);
    if (below !== null) expect(allows(below)).toBe(false);
  });
});

describe("a cap of a method's own", () => {
  test("takes a project at it, and none a fen above", () => {
    const draft = draftOf("community", "two_way", 0);
    const rules = rulesOf("community", "two_way");
    const at = (ceiling: Fen) => readinessProblems({ ...draft, ceiling }, rules, now);
    expect(at(yuan(50_000))).toEqual([]);
    expect(at(fen(yuan(50_000) + 1))).toEqual(["method_over_cap"]);
  });

  test("counts what the supplier has had this year, up to the last fen", () => {
    const draft = draftOf("community", "direct", 100);
    const rules = rulesOf("community", "direct");
    const had = (supplierTotal: Fen) =>
      readinessProblems({ ...draft, market: { ...draft.market, supplierTotal } }, rules, now);
    expect(had(yuan(160_000))).toEqual([]);
    expect(had(fen(yuan(160_000) + 1))).toEqual(["supplier_over_cap"]);
  });

  test("is not lent to a method that the profile does not offer", () => {
    expect("two_way" in defaultRules.statutory).toBe(false);
  });
});
