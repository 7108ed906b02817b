import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fen } from "#app/values/money.ts";
import { defaultRules } from "./default-rules.ts";
import {
  type BidToScore,
  bidFlags,
  lowBidFlags,
  rankBids,
  type ScoredCriterion,
} from "./scoring.ts";

const criteria: ScoredCriterion[] = [
  { id: "price", kind: "price", weight: 30 },
  { id: "plan", kind: "quality", weight: 40 },
  { id: "team", kind: "quality", weight: 30 },
];
const withPerformance: ScoredCriterion[] = [
  { id: "price", kind: "price", weight: 30 },
  { id: "plan", kind: "quality", weight: 60 },
  { id: "past", kind: "performance", weight: 10 },
];

/** A bid that the two members of the panel scored alike, unless told otherwise. */
const bid = (bidId: string, changes: Partial<BidToScore> = {}): BidToScore => ({
  bidId,
  priceFen: fen(10_000_000),
  receivedAt: new Date("2026-11-30T09:00:00Z"),
  scores: { plan: [3_000, 3_000], team: [2_000, 2_000] },
  performance: { mean: null, n: 0 },
  ...changes,
});

const order = (bids: BidToScore[]) => rankBids({ criteria, bids }).bids.map(({ bidId }) => bidId);

describe("a score sheet", () => {
  test("holds everything needed to recompute a total", () => {
    const sheet = rankBids({
      criteria: withPerformance,
      bids: [
        bid("dear", {
          priceFen: fen(12_000_000),
          scores: { plan: [5_000, 5_001] },
          performance: { mean: 460, n: 31 },
        }),
        bid("cheap", { scores: { plan: [4_000, 4_200] } }),
      ],
    });
    expect(sheet).toEqual({
      formulaVersion: 1,
      lowestPriceFen: 10_000_000,
      criteria: withPerformance,
      bids: [
        {
          rank: 1,
          bidId: "dear",
          priceFen: 12_000_000,
          receivedAt: "2026-11-30T09:00:00.000Z",
          price: 2_500,
          quality: [{ criterionId: "plan", scores: [5_000, 5_001], mean: 5_001 }],
          qualityTotal: 5_001,
          performance: { mean: 460, n: 31, score: 900 },
          total: 8_401,
        },
        {
          rank: 2,
          bidId: "cheap",
          priceFen: 10_000_000,
          receivedAt: "2026-11-30T09:00:00.000Z",
          price: 3_000,
          quality: [{ criterionId: "plan", scores: [4_000, 4_200], mean: 4_100 }],
          qualityTotal: 4_100,
          performance: { mean: null, n: 0, score: 900 },
          total: 8_000,
        },
      ],
    });
    expect(JSON.parse(JSON.stringify(sheet))).toEqual(sheet);
  });

  test("counts no performance that the tender file did not announce", () => {
    const [line] = rankBids({
      criteria,
      bids: [bid("a", { performance: { mean: 500, n: 99 } })],
    }).bids;
    expect(line).toMatchObject({ performance: null, total: 8_000 });
  });

  test("is refused while a score is missing, too high, or half a hundredth", () => {
    const complete = bid("a");
    for (const plan of [[3_000], [], [3_000, 4_001], [3_000, -1], [3_000, 0.5]]) {
      const bids = [complete, bid("b", { scores: { plan, team: [2_000, 2_000] } })];
      expect(() => rankBids({ criteria, bids })).toThrow(RangeError);
    }
    expect(() => rankBids({ criteria, bids: [bid("b", { scores: {} })] })).toThrow(RangeError);
  });

  test("is refused without a bid, and without exactly one price criterion", () => {
    expect(() => rankBids({ criteria, bids: [] })).toThrow(RangeError);
    const [price] = criteria;
    const twice = price ? [price, ...criteria] : [];
    expect(() => rankBids({ criteria: twice, bids: [bid("a")] })).toThrow(RangeError);
  });
});

describe("bids with the same total", () => {
  test("are ranked by quality first", () => {
    const better = bid("b", {
      priceFen: fen(12_000_000),
      scores: { plan: [3_500, 3_500], team: [2_000, 2_000] },
    });
    expect(order([bid("a"), better])).toEqual(["b", "a"]);
  });

  test("and the same quality are ranked by the lower price", () => {
    // 30 × 100000 ÷ 100000.01 rounds to the same 30.00 points
    const dearer = bid("a", { priceFen: fen(10_000_001) });
    expect(order([dearer, bid("b")])).toEqual(["b", "a"]);
  });

  test("quality and price are ranked by who came first", () => {
    const earlier = bid("b", { receivedAt: new Date("2026-11-30T08:59:59.999Z") });
    expect(order([bid("a"), earlier])).toEqual(["b", "a"]);
  });
});

/** Bids from few possible values, so that ties of every kind come up. */
const someBids = fc.uniqueArray(
  fc
    .record({
      bidId: fc.constantFrom("a", "b", "c", "d", "e", "f"),
      price: fc.constantFrom(9_999_999, 10_000_000, 10_000_001, 12_000_000, 15_000_000),
      minute: fc.constantFrom(0, 1, 2),
      plan: fc.array(fc.constantFrom(0, 2_999, 3_000, 3_500, 4_000), {
        minLength: 3,
        maxLength: 3,
      }),
    })
    .map(({ bidId, price, minute, plan }) =>
      bid(bidId, {
        priceFen: fen(price),
        receivedAt: new Date(Date.UTC(2026, 10, 30, 9, minute)),
        scores: { plan, team: [2_000, 2_000, 2_000] },
      }),
    ),
  { selector: ({ bidId }) => bidId, minLength: 1 },
);

describe("any bids", () => {
  test("are ranked as a plain model ranks them", () => {
    const halfUp = (numerator: number, denominator: number) =>
      Math.floor(numerator / denominator) + (2 * (numerator % denominator) >= denominator ? 1 : 0);
    fc.assert(
      fc.property(someBids, (bids) => {
        const lowest = Math.min(...bids.map(({ priceFen }) => priceFen));
        const model = bids.map(({ bidId, priceFen, receivedAt, scores }) => {
          const plan = (scores.plan ?? []).reduce((sum, one) => sum + one, 0);
          const quality = halfUp(plan, 3) + 2_000;
          const total = halfUp(lowest * 3_000, priceFen) + quality;
          return { bidId, keys: [-total, -quality, priceFen, receivedAt.getTime()] };
        });
        const beats = (a: (typeof model)[number], b: (typeof model)[number]) => {
          const at = a.keys.findIndex((key, index) => key !== b.keys[index]);
          return at < 0 ? a.bidId < b.bidId : Number(a.keys[at]) < Number(b.keys[at]);
        };
        for (const line of rankBids({ criteria, bids }).bids) {
          const own = model.find(({ bidId }) => bidId === line.bidId);
          expect(own?.keys.slice(0, 2)).toEqual([-line.total, -line.qualityTotal]);
          expect(line.rank).toBe(1 + model.filter((other) => own && beats(other, own)).length);
        }
      }),
    );
  });

  test("get each rank once, in whatever order they are handed in", () => {
    const shuffled = someBids.chain((bids) =>
      fc.tuple(
        fc.constant(bids),
        fc.shuffledSubarray(bids, { minLength: bids.length, maxLength: bids.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([bids, mixed]) => {
        const sheet = rankBids({ criteria, bids });
        expect(sheet.bids.map(({ rank }) => rank)).toEqual(bids.map((_, index) => index + 1));
        expect(sheet.bids.map(({ bidId }) => bidId).sort()).toEqual(
          bids.map(({ bidId }) => bidId).sort(),
        );
        expect(rankBids({ criteria, bids: mixed })).toEqual(sheet);
      }),
    );
  });

  test("keep their scores when a dearer bid joins them", () => {
    fc.assert(
      fc.property(someBids, (bids) => {
        const dearer = bid("dearer", {
          priceFen: fen(20_000_000),
          scores: { plan: [4_000, 4_000, 4_000], team: [2_000, 2_000, 2_000] },
        });
        const before = rankBids({ criteria, bids }).bids.map(({ rank: _, ...line }) => line);
        const after = rankBids({ criteria, bids: [...bids, dearer] }).bids;
        const still = after
          .filter(({ bidId }) => bidId !== "dearer")
          .map(({ rank: _, ...line }) => line);
        expect(still).toEqual(before);
      }),
    );
  });
});

test("where price is not scored, the panel alone decides, then the lower price", () => {
  const votes = [{ id: "votes", kind: "quality" as const, weight: 100 }];
  const voted = (bidId: string, price: number, ...scores: number[]) => ({
    bidId,
    priceFen: fen(price),
    receivedAt: new Date("2026-11-20T00:00:00Z"),
    scores: { votes: scores },
    performance: { mean: null, n: 0 },
  });
  const bids = [
    voted("a", 300, 0, 10_000, 10_000),
    voted("b", 200, 10_000, 0, 10_000),
    voted("c", 1, 0, 0, 0),
  ];
  const sheet = rankBids({ criteria: votes, bids });
  expect(sheet.bids.map(({ bidId, total }) => [bidId, total])).toEqual([
    ["b", 6_667],
    ["a", 6_667],
    ["c", 0],
  ]);
});

describe("a low bid", () => {
  const usual = defaultRules.community.open_scored.lowBid;
  const prices = (...amounts: number[]) =>
    amounts.map((amount, index) => ({ bidId: `bid ${index + 1}`, priceFen: fen(amount) }));

  test("is below half the mean of the others, below half the second lowest, or below 45 % of the ceiling", () => {
    expect(lowBidFlags(prices(4_999, 10_000, 10_000), fen(11_000), usual)).toEqual([
      { bidId: "bid 1", tests: ["others_mean", "second_lowest"] },
    ]);
    expect(lowBidFlags(prices(5_999, 8_000, 16_000), fen(11_000), usual)).toEqual([
      { bidId: "bid 1", tests: ["others_mean"] },
    ]);
    expect(lowBidFlags(prices(4_499, 4_500), fen(10_000), usual)).toEqual([
      { bidId: "bid 1", tests: ["ceiling"] },
    ]);
  });

  test("is not one that lies exactly on a threshold", () => {
    expect(lowBidFlags(prices(5_000, 10_000, 10_000), fen(11_111), usual)).toEqual([]);
    expect(lowBidFlags(prices(4_500), fen(10_000), usual)).toEqual([]);
  });

  test("alone is measured against the ceiling only", () => {
    expect(lowBidFlags(prices(1), fen(10_000), usual)).toEqual([
      { bidId: "bid 1", tests: ["ceiling"] },
    ]);
  });

  test("is found by other thresholds where the settings say so", () => {
    const strict = { othersMeanBp: 0, secondLowestBp: 9_000, ceilingBp: 0 };
    expect(lowBidFlags(prices(8_999, 10_000), fen(10_000), strict)).toEqual([
      { bidId: "bid 1", tests: ["second_lowest"] },
    ]);
  });
});

describe("a flag is raised", () => {
  const priced = (bidId: string, price: number, contactPhone?: string) => ({
    bidId,
    priceFen: fen(price),
    ...(contactPhone === undefined ? {} : { contactPhone }),
  });

  test("for one bid alone", () => {
    expect(bidFlags([priced("a", 1)])).toEqual([{ kind: "single_bid", bidIds: ["a"] }]);
    expect(bidFlags([priced("a", 1), priced("b", 2)])).toEqual([]);
  });

  test("for bids of one price", () => {
    expect(bidFlags([priced("a", 1), priced("b", 2), priced("c", 1)])).toEqual([
      { kind: "identical_price", bidIds: ["a", "c"] },
    ]);
  });

  test("for bids with one contact phone, however it is written", () => {
    const bids = [
      priced("a", 1, "138 0000 0001"),
      priced("b", 2, "138-00000001"),
      priced("c", 3, ""),
    ];
    expect(bidFlags([...bids, priced("d", 4, "")])).toEqual([
      { kind: "same_contact", bidIds: ["a", "b"] },
    ]);
  });
});
