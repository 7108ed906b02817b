import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { submitBid } from "#app/domain/bids/submit.server.ts";
import type { Id } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { db } from "#db/client.server.ts";
import { bids, criteria, panelMembers, scores, tenders } from "#db/schema/index.ts";
import { actOf, makeManager, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeScoredEvaluation, seatPanel } from "#db/seed/factories/awards.ts";
import { bidDocument, makeSealedBid, sealFor } from "#db/seed/factories/bids.ts";
import { makeEvaluation } from "#db/seed/factories/evaluations.ts";
import { makeDraftTender, makeOpenTender } from "#db/seed/factories/tenders.ts";
import { saveScores } from "./score.server.ts";
import { setCriteria } from "./set-criteria.server.ts";
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

describe("a vote of the council", () => {
  const bidders = [30_000, 28_000, 27_000, 28_000].map((price) => ({ price: yuan(price) }));
  const small = { ceiling: yuan(40_000), bidders };

  test("ranks by votes, then the lower price, then the earlier bid, and drops whom not more than half want", async () => {
    const made = await makeScoredEvaluation({ ...small, votes: [3, 2, 1, 2] });
    expect(await signReport(await actOf(made.chair), made.tender.id)).toBe("ranked");
    const [tender] = await db.select().from(tenders).where(eq(tenders.id, made.tender.id));
    const [first, second, third, fourth] = made.bids;
    expect(tender?.scoreSheet).toMatchObject({
      scoring: "votes",
      bids: [
        { bidId: first?.id, total: 10_000 },
        { bidId: second?.id, total: 6_667 },
        { bidId: fourth?.id, total: 6_667 },
      ],
    });
    expect(await droppedIn(made.tender.id)).toEqual([
      { id: third?.id, reason: "议事会表决，同意票没有过半。" },
    ]);
  });

  test("that wants nobody lets the tender fail, and says so", async () => {
    const made = await makeScoredEvaluation({ ...small, votes: [1, 0, 1, 0] });
    expect(await signReport(await actOf(made.chair), made.tender.id)).toBe("failed");
    const [tender] = await db.select().from(tenders).where(eq(tenders.id, made.tender.id));
    expect(tender?.endedReason).toBe("议事会表决，没有一家得到过半同意，本次采购失败。");
  });

  test("is needed by more than half also of a council so large that points would round it away", async () => {
    const made = await makeScoredEvaluation({ ...small, votes: [3, 0, 0, 0] });
    const more = async (yes: boolean) => {
      const member = await makeOfficeActor("panel", made.officeId);
      const seat = {
        capacity: "office" as const,
        conflict: false,
        declaredAt: made.tender.publishedAt,
      };
      const tenderId = made.tender.id;
      const userId = member.userId;
      await db.insert(panelMembers).values({ tenderId, userId, ...seat });
      for (const bid of made.bids) {
        const hundredths = yes && bid.id === made.bids[0]?.id ? 10_000 : 0;
        const criterionId = made.criteria[0]?.id ?? fail();
        const score = { tenderId, memberId: userId, bidId: bid.id, criterionId, hundredths };
        await db.insert(scores).values(score);
      }
      await db
        .update(panelMembers)
        .set({ submittedAt: made.tender.publishedAt })
        .where(and(eq(panelMembers.tenderId, tenderId), eq(panelMembers.userId, userId)));
    };
    // 51 members, 26 of them for the first bid: 50.98 of 100 points.
    for (let index = 0; index < 48; index += 1) await more(index < 23);
    expect(await signReport(await actOf(made.chair), made.tender.id)).toBe("ranked");
  });

  test("is one question, beside which nothing is scored", async () => {
    const { officer, tender } = await makeDraftTender({ tender: { method: "two_way" } });
    const question = { kind: "quality", name: "议事会表决", guidance: "" } as const;
    const act = await actOf(officer);
    const two = [
      { ...question, weight: 60 },
      { ...question, name: "团队", weight: 40 },
    ];
    await expect(setCriteria(act, tender.id, two)).rejects.toMatchObject({
      code: "criteria.not_allowed",
    });
    await setCriteria(act, tender.id, [{ ...question, weight: 100 }]);
  });
});

const fail = (): never => {
  throw new Error("there is no criterion");
};

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
