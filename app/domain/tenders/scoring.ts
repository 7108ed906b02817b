import { WHOLE } from "#app/values/basis-points.ts";
import { type Fen, fen } from "#app/values/money.ts";
import type { MethodRules } from "./profile.ts";
import {
  meanScore,
  type PerformanceRecord,
  performanceScores,
  priceScore,
} from "./score-formulas.ts";
import type { CriterionKind } from "./tender.ts";

/** Weights are whole points; the order of the criteria is that of the tender file. */
export type ScoredCriterion = { id: string; kind: CriterionKind; weight: number };

export type BidToScore = {
  bidId: string;
  priceFen: Fen;
  receivedAt: Date;
  /** By quality criterion: one score per panel member, hundredths of a point, always in the same order. */
  scores: Readonly<Record<string, readonly number[]>>;
  performance: PerformanceRecord;
};

/** One bid's line of the sheet; every score is a whole number of hundredths of a point. */
export type ScoredBid = {
  rank: number;
  bidId: string;
  priceFen: Fen;
  /** ISO 8601 in UTC. */
  receivedAt: string;
  price: number;
  quality: { criterionId: string; scores: number[]; mean: number }[];
  qualityTotal: number;
  /** null where the tender file announced no performance criterion. */
  performance: (PerformanceRecord & { score: number }) | null;
  total: number;
};

/** Everything that anybody needs to recompute every total, as it is published; bids in order of rank. */
export type ScoreSheet = {
  formulaVersion: 1;
  lowestPriceFen: Fen;
  criteria: ScoredCriterion[];
  bids: ScoredBid[];
};

/**
 * The score sheet of a tender: total = price + quality (the panel's criteria) + performance.
 * Ranked by total, then quality, then lower price, then earlier receipt; refuses scores that are missing or too high.
 */
export function rankBids(input: {
  criteria: readonly ScoredCriterion[];
  bids: readonly BidToScore[];
}): ScoreSheet {
  const lowest = fen(Math.min(...input.bids.map((bid) => bid.priceFen)));
  const performance = performanceOf(input.bids, input.criteria);
  const seats = panelSize(input.bids);
  const scored = input.bids.map((bid, index) => {
    const price = pointsOf(lowest, bid.priceFen, weightOf(input.criteria, "price"));
    const quality = qualityOf(bid, input.criteria, seats);
    const qualityTotal = sum(quality.map(({ mean }) => mean));
    const performed = performance[index] ?? null;
    return {
      bidId: bid.bidId,
      priceFen: bid.priceFen,
      receivedAt: bid.receivedAt.toISOString(),
      price,
      quality,
      qualityTotal,
      performance: performed,
      total: price + qualityTotal + (performed?.score ?? 0),
    };
  });
  return {
    formulaVersion: 1,
    lowestPriceFen: lowest,
    criteria: input.criteria.map(({ id, kind, weight }) => ({ id, kind, weight })),
    bids: scored.sort(inOrder).map((bid, index) => ({ rank: index + 1, ...bid })),
  };
}

export const lowBidTests = ["others_mean", "second_lowest", "ceiling"] as const;
export type LowBidTest = (typeof lowBidTests)[number];

/** The bids whose price is suspiciously low, each with the tests that say so. */
export function lowBidFlags(
  bids: readonly { bidId: string; priceFen: Fen }[],
  ceilingFen: Fen,
  thresholds: MethodRules["lowBid"],
): { bidId: string; tests: LowBidTest[] }[] {
  const found = bids.map(({ bidId, priceFen }) => {
    const others = bids.filter((other) => other.bidId !== bidId).map((other) => other.priceFen);
    const below = (rateBp: number, total: number, parts: number) =>
      parts > 0 && BigInt(priceFen) * BigInt(parts * WHOLE) < BigInt(rateBp) * BigInt(total);
    const fails: Record<LowBidTest, boolean> = {
      others_mean: below(thresholds.othersMeanBp, sum(others), others.length),
      second_lowest: others.length > 0 && below(thresholds.secondLowestBp, Math.min(...others), 1),
      ceiling: below(thresholds.ceilingBp, ceilingFen, 1),
    };
    return { bidId, tests: lowBidTests.filter((test) => fails[test]) };
  });
  return found.filter(({ tests }) => tests.length > 0);
}

export const bidFlagKinds = [
  "single_bid",
  "identical_price",
  "same_contact",
  "late_amendment",
] as const;
/** What concerns the purchase as a whole names no bid. */
export type BidFlag = { kind: (typeof bidFlagKinds)[number]; bidIds: string[] };

/** What a person should look at: one bid alone, and bids that share their price or their contact's phone. */
export function bidFlags(
  bids: readonly { bidId: string; priceFen: Fen; contactPhone?: string }[],
): BidFlag[] {
  const byPrice = sharing(bids, (bid) => String(bid.priceFen));
  const byPhone = sharing(bids, (bid) => bid.contactPhone?.replace(/\D/g, "") ?? "");
  const alone = bids.length === 1 ? [bids.map(({ bidId }) => bidId)] : [];
  return [
    ...alone.map((bidIds): BidFlag => ({ kind: "single_bid", bidIds })),
    ...byPrice.map((bidIds): BidFlag => ({ kind: "identical_price", bidIds })),
    ...byPhone.map((bidIds): BidFlag => ({ kind: "same_contact", bidIds })),
  ];
}

function performanceOf(
  bids: readonly BidToScore[],
  criteria: readonly ScoredCriterion[],
): (PerformanceRecord & { score: number })[] {
  const weight = weightOf(criteria, "performance");
  if (weight === undefined) return [];
  const records = bids.map(({ performance: { mean, n } }) => ({ mean, n }));
  const scores = performanceScores(records, weight);
  return records.map((record, index) => ({ ...record, score: scores[index] ?? 0 }));
}

function qualityOf(bid: BidToScore, criteria: readonly ScoredCriterion[], seats: number) {
  return criteria
    .filter(({ kind }) => kind === "quality")
    .map(({ id, weight }) => {
      const scores = [...(bid.scores[id] ?? [])];
      const wrong = scores.some((one) => !Number.isInteger(one) || one < 0 || one > weight * 100);
      if (wrong || scores.length !== seats) {
        throw new RangeError(`bid ${bid.bidId} has no full scores for criterion ${id}`);
      }
      return { criterionId: id, scores, mean: meanScore(scores) };
    });
}

function panelSize(bids: readonly BidToScore[]): number {
  return Math.max(0, ...bids.flatMap((bid) => Object.values(bid.scores).map((one) => one.length)));
}

/** Nothing where price is not scored. */
const pointsOf = (lowest: Fen, price: Fen, weight: number | undefined): number =>
  weight === undefined ? 0 : priceScore(lowest, price, weight);

function weightOf(criteria: readonly ScoredCriterion[], wanted: CriterionKind): number | undefined {
  const [weight, ...more] = criteria.filter(({ kind }) => kind === wanted).map((one) => one.weight);
  if (more.length > 0) throw new RangeError(`more than one ${wanted} criterion`);
  return weight;
}

/** By bid id in the end, so that the order never depends on how the bids were handed in. */
function inOrder(a: Omit<ScoredBid, "rank">, b: Omit<ScoredBid, "rank">): number {
  return (
    b.total - a.total ||
    b.qualityTotal - a.qualityTotal ||
    a.priceFen - b.priceFen ||
    compare(a.receivedAt, b.receivedAt) ||
    compare(a.bidId, b.bidId)
  );
}

/** The bids that have the same non-empty trait as another, group by group. */
function sharing<Bid extends { bidId: string }>(
  bids: readonly Bid[],
  trait: (bid: Bid) => string,
): string[][] {
  const groups = new Map<string, string[]>();
  for (const bid of bids) {
    const key = trait(bid);
    if (key) groups.set(key, [...(groups.get(key) ?? []), bid.bidId]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
