import { expect, test } from "@playwright/test";

// What a stranger can work out with the published files and the rules that are printed beside them: nothing of the
// product's own code is used here.

type Sheet = {
  ceilingFen: number;
  criteria: { id: string; kind: string; weight: number }[];
  bids: {
    bidId: string;
    rank: number;
    total: number;
    price: number;
    priceFen: number;
    receivedAt: string;
    quality: { criterionId: string; scores: number[]; mean: number }[];
    qualityTotal: number;
    performance: { mean: number | null; n: number; score: number } | null;
  }[];
  recommendation: { bidId: string } | null;
};

const halfUp = (numerator: bigint, denominator: bigint) =>
  Number((2n * numerator + denominator) / (2n * denominator));
const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
const mean = (numbers: number[]) => halfUp(BigInt(sum(numbers)), BigInt(numbers.length));

/** Hundredths of a point: lowest price ÷ price × weight, means of the panel, and (Q − 1) ÷ 4 × weight or the median. */
function recompute({ criteria, bids }: Sheet) {
  const weightOf = (kind: string) => criteria.find((one) => one.kind === kind)?.weight ?? 0;
  const lowest = Math.min(...bids.map(({ priceFen }) => priceFen));
  const rated = bids.map(({ performance }) =>
    performance && performance.mean !== null && performance.n >= 10
      ? halfUp(BigInt(performance.mean - 100) * BigInt(weightOf("performance")), 4n)
      : undefined,
  );
  const known = rated.filter((one) => one !== undefined).sort((a, b) => a - b);
  const middle = known.slice(
    Math.floor((known.length - 1) / 2),
    Math.ceil((known.length - 1) / 2) + 1,
  );
  const standIn = known.length > 0 ? mean(middle) : weightOf("performance") * 50;
  return bids
    .map((bid, index) => {
      const price = weightOf("price")
        ? halfUp(BigInt(lowest) * BigInt(weightOf("price")) * 100n, BigInt(bid.priceFen))
        : 0;
      const qualityTotal = sum(bid.quality.map(({ scores }) => mean(scores)));
      const performance = bid.performance ? (rated[index] ?? standIn) : 0;
      const total = price + qualityTotal + performance;
      return { bidId: bid.bidId, price, qualityTotal, performance, total, bid };
    })
    .sort(
      (a, b) =>
        b.total - a.total ||
        b.qualityTotal - a.qualityTotal ||
        a.bid.priceFen - b.bid.priceFen ||
        (a.bid.receivedAt < b.bid.receivedAt ? -1 : 1),
    );
}

test("every published score sheet of the street can be worked out again from its JSON alone", async ({
  request,
}) => {
  const lines = (await (await request.get("/open/ocds/records.jsonl")).text()).trim().split("\n");
  const tenderIds = lines.flatMap((line) => {
    const { ocid } = JSON.parse(line) as { ocid: string };
    return ocid.slice(-36);
  });
  expect(tenderIds.length).toBeGreaterThanOrEqual(4);
  const sheets: Sheet[] = [];
  for (const tenderId of tenderIds) {
    const answer = await request.get(`/tenders/${tenderId}/scores.json`);
    expect([200, 404]).toContain(answer.status());
    const page = await request.get(`/tenders/${tenderId}/scores`);
    expect(page.status()).toBe(answer.status());
    if (answer.ok()) sheets.push((await answer.json()) as Sheet);
  }
  expect(sheets.length).toBeGreaterThanOrEqual(2);
  for (const sheet of sheets) {
    const again = recompute(sheet);
    const published = [...sheet.bids].sort((a, b) => a.rank - b.rank);
    expect(again.map(({ bid, ...own }) => own)).toEqual(
      published.map(({ bidId, price, qualityTotal, performance, total }) => {
        return { bidId, price, qualityTotal, performance: performance?.score ?? 0, total };
      }),
    );
    expect(published.map(({ rank }) => rank)).toEqual(published.map((_, index) => index + 1));
    for (const bid of sheet.bids) {
      expect(bid.priceFen).toBeLessThanOrEqual(sheet.ceilingFen);
      const weights = new Map(sheet.criteria.map(({ id, weight }) => [id, weight * 100]));
      for (const { criterionId, scores } of bid.quality) {
        expect(Math.max(...scores)).toBeLessThanOrEqual(weights.get(criterionId) ?? 0);
      }
    }
  }
});
