import { expect, test } from "vitest";
import { z } from "zod";
import { yuan } from "#app/values/money.ts";
import { makeAwardedTender, makeRankedTender } from "#db/seed/factories/awards.ts";
import { loader as csv } from "./scores-csv.ts";
import { loader as json } from "./scores-json.ts";

const args = (tenderId: string) => ({
  request: new Request(`http://localhost/tenders/${tenderId}/scores.json`),
  params: { tenderId },
  context: { nonce: "", requestId: "", clientAddress: "" },
});

/** What a stranger would read out of the file; nothing of the product's own code is used from here on. */
const File = z.object({
  criteria: z.array(z.object({ id: z.string(), kind: z.string(), weight: z.number() })),
  bids: z.array(
    z.object({
      rank: z.number(),
      total: z.number(),
      priceFen: z.number(),
      receivedAt: z.string(),
      quality: z.array(z.object({ criterionId: z.string(), scores: z.array(z.number()) })),
      performance: z.object({ mean: z.number().nullable(), n: z.number() }).nullable(),
    }),
  ),
});

/** Totals in hundredths, from prices, single scores and ratings alone. */
function recompute({ criteria, bids }: z.infer<typeof File>) {
  const weight = (kind: string) => criteria.find((one) => one.kind === kind)?.weight ?? 0;
  const halfUp = (number: number) => Math.floor(number + 0.5 + 1e-9);
  const lowest = Math.min(...bids.map(({ priceFen }) => priceFen));
  const rated = bids.map(({ performance }) =>
    performance?.mean && performance.n >= 10
      ? halfUp(((performance.mean - 100) / 400) * weight("performance") * 100)
      : null,
  );
  const known = rated.filter((score) => score !== null).sort((a, b) => a - b);
  const half = weight("performance") * 50;
  const middle = known.length
    ? halfUp(
        ((known[Math.floor((known.length - 1) / 2)] ?? 0) +
          (known[Math.ceil((known.length - 1) / 2)] ?? 0)) /
          2,
      )
    : half;
  return bids.map(({ priceFen, quality, performance }, index) => {
    const price = halfUp((lowest / priceFen) * weight("price") * 100);
    const means = quality.map(({ scores }) =>
      halfUp(scores.reduce((sum, score) => sum + score, 0) / scores.length),
    );
    const qualityTotal = means.reduce((sum, mean) => sum + mean, 0);
    const performed = performance ? (rated[index] ?? middle) : 0;
    return price + qualityTotal + performed;
  });
}

test("every total can be worked out again from the JSON alone", async () => {
  const prices = [487_653.21, 463_111.11, 507_999.99, 471_000].map((price) => ({
    price: yuan(price),
  }));
  const { tender } = await makeAwardedTender({ bidders: prices, shifts: [17, 0, -4] });
  const file = File.parse(await (await json(args(tender.id))).json());
  expect(file.bids).toHaveLength(4);
  expect(recompute(file)).toEqual(file.bids.map(({ total }) => total));
  expect(file.bids.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
  const totals = file.bids.map(({ total }) => total);
  expect(totals).toEqual([...totals].sort((a, b) => b - a));
});

test("the CSV holds the same, a row a bid", async () => {
  const { tender } = await makeAwardedTender();
  const text = await (await csv(args(tender.id))).text();
  const rows = text.trimEnd().split("\r\n");
  expect(rows).toHaveLength(4);
  expect(rows[1]).toContain("87.75");
  expect(rows[0]).toContain("服务方案 李雯");
});

test("nothing is there before the sheet is publicised", async () => {
  const { tender } = await makeRankedTender();
  for (const loader of [json, csv]) {
    await expect(loader(args(tender.id))).rejects.toMatchObject({ status: 404 });
  }
});
