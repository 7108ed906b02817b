import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { submitBid } from "#app/domain/bids/submit.server.ts";
import type { Id } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { db } from "#db/client.server.ts";
import { bids, criteria, tenders } from "#db/schema/index.ts";
import { actOf, makeManager } from "#db/seed/factories/accounts.ts";
import { makeScoredEvaluation, seatPanel } from "#db/seed/factories/awards.ts";
import { bidDocument, makeSealedBid, sealFor } from "#db/seed/factories/bids.ts";
import { makeEvaluation } from "#db/seed/factories/evaluations.ts";
import { makeOpenTender } from "#db/seed/factories/tenders.ts";
import { saveScores } from "./score.server.ts";
import { signReport } from "./sign-report.server.ts";

test("a direct purchase takes the invited organization's bid and nobody else's", async () => {
  const [invited, other] = [await makeManager(), await makeManager()];
  const { tender } = await makeOpenTender({
    ceiling: yuan(40_000),
    tender: { method: "direct", invitedOrganizationId: invited.organizationId },
  });
  const tenderId = tender.id;
  const sealed = await sealFor(other, tenderId, await bidDocument({ tenderId }));
  await expect(submitBid(await actOf(other), sealed)).rejects.toMatchObject({
    code: "bid.not_invited",
  });
  await makeSealedBid({ tenderId, by: invited });
});

describe("a least score", () => {
  const bidders = [480_000, 460_000, 500_000, 470_000].map((price) => ({ price: yuan(price) }));

  test("keeps a bid from winning whose mean is below it, and none that reaches it", async () => {
    // The means for the plan, of 40 points: 36, 34, 32 and 30.
    const made = await makeScoredEvaluation({ bidders });
    await setLeast(made, 32);
    expect(await signReport(await actOf(made.chair), made.tender.id)).toBe("ranked");
    expect(await droppedIn(made.tender.id)).toEqual([
      { id: made.bids[3]?.id, reason: "“服务方案”的平均分低于采购文件规定的最低分。" },
    ]);
  });

  test("that too few bids reach lets the tender fail", async () => {
    const made = await makeScoredEvaluation({ bidders });
    await setLeast(made, 33);
    expect(await signReport(await actOf(made.chair), made.tender.id)).toBe("failed");
    expect(await droppedIn(made.tender.id)).toHaveLength(2);
  });
});

test("in a vote a member gives all of the points or none", async () => {
  const made = await makeEvaluation();
  const tenderId = made.tender.id;
  await db.update(tenders).set({ method: "two_way" }).where(eq(tenders.id, tenderId));
  const [member] = await seatPanel(made);
  const [bid] = made.bids;
  const quality = made.criteria.find(({ kind }) => kind === "quality");
  if (!member || !bid || !quality) throw new Error("nothing to vote on");
  const vote = (hundredths: number) => ({
    tenderId,
    scores: [{ bidId: bid.id, criterionId: quality.id, hundredths }],
  });
  const act = await actOf(member);
  await expect(saveScores(act, vote(100))).rejects.toMatchObject({ code: "scores.vote" });
  await saveScores(act, vote(0));
  await saveScores(act, vote(quality.weight * 100));
});

type Scored = Awaited<ReturnType<typeof makeScoredEvaluation>>;

async function setLeast({ criteria: lines }: Scored, minimum: number) {
  const plan = lines.find(({ name }) => name === "服务方案");
  if (plan) await db.update(criteria).set({ minimum }).where(eq(criteria.id, plan.id));
}

async function droppedIn(tenderId: Id<"tender">) {
  return await db
    .select({ id: bids.id, reason: bids.disqualifiedReason })
    .from(bids)
    .where(and(eq(bids.tenderId, tenderId), eq(bids.state, "disqualified")));
}
