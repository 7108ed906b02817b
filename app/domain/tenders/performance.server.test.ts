import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Id } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { addTo, days } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { tenders } from "#db/schema/index.ts";
import { actOf, makeOrganization } from "#db/seed/factories/accounts.ts";
import { makeScoredEvaluation, system } from "#db/seed/factories/awards.ts";
import { makeReview } from "#db/seed/factories/delivery.ts";
import { makeOffer } from "#db/seed/factories/services.ts";
import { signReport } from "./sign-report.server.ts";

/** An organization that was rated so on the platform, wherever it served. */
async function makeRated(stars: number[], at?: Date) {
  const { id: organizationId } = await makeOrganization();
  const { id: offerId } = await makeOffer({ organizationId });
  for (const overall of stars) await makeReview({ overall, offerId, ...(at && { at }) });
  return organizationId;
}

async function performanceOf(organizationIds: Id<"organization">[]) {
  const bidders = organizationIds.map((organizationId) => ({
    organizationId,
    price: yuan(480_000),
  }));
  const { tender, chair, bids } = await makeScoredEvaluation({ bidders });
  await signReport(await actOf(chair), tender.id);
  const [signed] = await db.select().from(tenders).where(eq(tenders.id, tender.id));
  return bids.map(
    ({ id }) => signed?.scoreSheet?.bids.find(({ bidId }) => bidId === id)?.performance,
  );
}

test("performance is the mean of 24 months' ratings; fewer than ten get the median", async () => {
  const { at: now } = await actOf(system);
  const good = await makeRated([5, 5, 5, 5, 5, 5, 5, 5, 4, 4, 4]);
  const few = await makeRated([1, 1, 1, 1, 1, 1, 1, 1, 1]);
  const old = await makeRated([1, 1, 1, 1, 1, 1, 1, 1, 1, 1], addTo(now, -days(740)));
  // 52 ÷ 11 = 4.73 stars; 3.73 ÷ 4 × 10 = 9.325 points, a half rounded up
  expect(await performanceOf([good, few, old])).toEqual([
    { mean: 473, n: 11, score: 933 },
    { mean: 100, n: 9, score: 933 },
    { mean: null, n: 0, score: 933 },
  ]);
});
