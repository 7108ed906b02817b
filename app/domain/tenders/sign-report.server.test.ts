import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { moveClock } from "#app/domain/clock.server.ts";
import { findOrganizationHome } from "#app/domain/organizations/duties.server.ts";
import { databaseError } from "#app/http/log.server.ts";
import type { Id } from "#app/values/id.ts";
import { type Fen, fen, yuan } from "#app/values/money.ts";
import { addTo, hours } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { bids, events, panelMembers, projectBalances, tenders } from "#db/schema/index.ts";
import { actOf, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeScoredEvaluation, scoresOf, seatPanel } from "#db/seed/factories/awards.ts";
import { makeEvaluation } from "#db/seed/factories/evaluations.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { askLowBid } from "./ask-low-bid.server.ts";
import { decideLowBid } from "./decide-low-bid.server.ts";
import { disqualifyBid } from "./disqualify.server.ts";
import { explainLowBid } from "./explain-low-bid.server.ts";
import { handInScores } from "./hand-in.server.ts";
import { saveScores } from "./score.server.ts";
import { signReport } from "./sign-report.server.ts";

const bidders = (...prices: Fen[]) => ({ bidders: prices.map((price) => ({ price })) });

const findTender = async (id: Id<"tender">) =>
  (await db.select().from(tenders).where(eq(tenders.id, id)))[0];

const statesOf = async (tenderId: Id<"tender">) =>
  new Map(
    (await db.select().from(bids).where(eq(bids.tenderId, tenderId))).map((bid) => [bid.id, bid]),
  );

const reservedFor = async (projectId: Id<"project">) =>
  (await db.select().from(projectBalances).where(eq(projectBalances.projectId, projectId))).find(
    ({ account }) => account === "reserved",
  )?.amount;

describe("the signed report", () => {
  test("freezes the ranking by price, quality and performance", async () => {
    const { tender, chair, bids: opened, panel, criteria } = await makeScoredEvaluation();
    expect(await signReport(await actOf(chair), tender.id)).toBe("ranked");

    const { scoreSheet, reportSignedAt, status } = (await findTender(tender.id)) ?? {};
    expect(status).toBe("evaluating");
    expect(reportSignedAt).toBeInstanceOf(Date);
    expect(scoreSheet).toMatchObject({
      formulaVersion: 1,
      lowestPriceFen: yuan(460_000),
      ceilingFen: yuan(508_000),
      criteria: criteria.map(({ id, kind, weight }) => ({ id, kind, weight })),
    });
    expect(new Set(scoreSheet?.memberIds)).toEqual(new Set(panel.map(({ userId }) => userId)));
    // 460,000 ÷ 480,000 × 30 = 28.75; 90 % of 60 points = 54; half of 10 points = 5
    expect(scoreSheet?.bids[0]).toMatchObject({
      rank: 1,
      bidId: opened[0]?.id,
      price: 2_875,
      qualityTotal: 5_400,
      performance: { mean: null, n: 0, score: 500 },
      total: 8_775,
    });
    const states = [...(await statesOf(tender.id)).values()].map(({ state }) => state);
    expect(states).toEqual(["scored", "scored", "scored"]);
  });

  test("is signed once, and its sheet never changes", async () => {
    const { tender, chair } = await makeScoredEvaluation();
    const act = await actOf(chair);
    const { done, refused } = await atOnce(2, () => signReport(act, tender.id));
    expect(done).toEqual(["ranked"]);
    expect(refused).toMatchObject([{ code: "lifecycle.not_now" }]);
    const behind = db.update(tenders).set({ scoreSheet: null }).where(eq(tenders.id, tender.id));
    await expect(behind.catch((error) => databaseError(error)?.code)).resolves.toBe("23001");
  });

  test("leaves out who was disqualified and who is above the ceiling", async () => {
    const prices = [480_000, 460_000, 500_000, 470_000, 508_001].map((price) => yuan(price));
    const {
      tender,
      chair,
      bids: opened,
    } = await (async () => {
      const evaluation = await makeEvaluation(bidders(...prices));
      const panel = await seatPanel(evaluation);
      const [lead] = panel;
      if (!lead) throw new Error("a chair");
      await scoreAll(evaluation, panel);
      return { ...evaluation, chair: lead };
    })();
    const [, out, , , tooDear] = opened;
    if (!out || !tooDear) throw new Error("bids");
    const reason = "没有提交要求的资质证明。";
    await disqualifyBid(await actOf(chair), { tenderId: tender.id, bidId: out.id, reason });
    expect(await signReport(await actOf(chair), tender.id)).toBe("ranked");
    const { scoreSheet } = (await findTender(tender.id)) ?? {};
    expect(scoreSheet?.bids).toHaveLength(3);
    expect(scoreSheet?.lowestPriceFen).toBe(yuan(470_000));
    const after = await statesOf(tender.id);
    expect(after.get(out.id)).toMatchObject({ state: "disqualified", disqualifiedReason: reason });
    expect(after.get(tooDear.id)).toMatchObject({ state: "disqualified" });
  });
});

describe("the tender fails with the report, and the money goes back", () => {
  test.each([
    ["all bids are above the ceiling", [508_001, 600_000, 700_000]],
    ["too few can win", [480_000, 460_000, 600_000]],
  ])("when %s", async (_, prices) => {
    const evaluation = await makeEvaluation(bidders(...prices.map(yuan)));
    const [chair] = await seatPanel(evaluation);
    if (!chair) throw new Error("a chair");
    expect(await signReport(await actOf(chair), evaluation.tender.id)).toBe("failed");
    expect(await findTender(evaluation.tender.id)).toMatchObject({
      status: "failed",
      scoreSheet: null,
      endedReason: expect.stringContaining("少于规定的3份"),
    });
    expect(await reservedFor(evaluation.project.id)).toBe(0);
  });
});

describe("the report is not signed", () => {
  test("while a declaration or a member's scores are missing", async () => {
    const evaluation = await makeEvaluation();
    const [chair, other] = await seatPanel(evaluation);
    if (!chair || !other) throw new Error("a panel");
    const sign = async () => signReport(await actOf(chair), evaluation.tender.id);
    await expect(sign()).rejects.toMatchObject({ code: "report.scores_missing" });
    const undeclared = { conflict: null, declaredAt: null };
    await db.update(panelMembers).set(undeclared).where(eq(panelMembers.userId, other.userId));
    await expect(sign()).rejects.toMatchObject({ code: "report.declarations_missing" });
    await db
      .update(panelMembers)
      .set({ conflict: true })
      .where(eq(panelMembers.userId, other.userId));
    await expect(sign()).rejects.toMatchObject({ code: "panel.too_small" });
  });

  test("by a member who is not the chair, an outsider, or another office", async () => {
    const { tender, panel, officeId } = await makeScoredEvaluation();
    const other = panel[1];
    if (!other) throw new Error("a member");
    const sign = async (by: typeof other) => signReport(await actOf(by), tender.id);
    await expect(sign(other)).rejects.toMatchObject({ code: "panel.not_chair" });
    for (const outsider of [
      await makeOfficeActor("panel", officeId),
      await makeOfficeActor("panel"),
    ]) {
      await expect(sign(outsider)).rejects.toMatchObject({ code: "not_found" });
    }
  });
});

describe("a suspiciously low bid", () => {
  // 200,000 is below half of the others' mean of 490,000
  const low = bidders(yuan(480_000), yuan(200_000), yuan(500_000), yuan(490_000));

  async function makeLow() {
    const { tender, chair, panel, bids: opened } = await makeScoredEvaluation(low);
    const [usual, cheap] = opened;
    if (!usual || !cheap) throw new Error("bids");
    const tenderId = tender.id;
    const ask = async (bidId: Id<"bid">, until?: Date) => {
      const act = await actOf(chair);
      await askLowBid(act, { tenderId, bidId, until: until ?? addTo(act.at, hours(25)) });
    };
    const explain = async (by = cheap.manager) =>
      explainLowBid(await actOf(by), { tenderId, explanation: "有志愿者参与，人工成本低。" });
    const decide = async (bidId: Id<"bid">, accepted: boolean, by = chair) =>
      decideLowBid(await actOf(by), {
        tenderId: tender.id,
        bidId,
        accepted,
        reason: accepted ? "说明有据，能够履约。" : "说明不足，不能保证服务质量。",
      });
    const sign = async () => signReport(await actOf(chair), tender.id);
    return { tender, chair, panel, usual, cheap, ask, explain, decide, sign };
  }

  test("that the panel asks about waits on its bidder's first page until she has explained it", async () => {
    const { tender, cheap, ask, explain } = await makeLow();
    const waiting = async () => {
      const { lowPriceQuestions } = await findOrganizationHome(await actOf(cheap.manager));
      return lowPriceQuestions.map(({ id }) => id);
    };
    expect(await waiting()).toEqual([]);
    await ask(cheap.id);
    expect(await waiting()).toEqual([tender.id]);
    await explain();
    expect(await waiting()).toEqual([]);
  });

  test("holds the report up until the panel has decided, and then counts", async () => {
    const { tender, cheap, ask, explain, decide, sign } = await makeLow();
    await expect(sign()).rejects.toMatchObject({ code: "report.low_bids_undecided" });
    await ask(cheap.id);
    await explain();
    await decide(cheap.id, true);
    expect(await sign()).toBe("ranked");
    const { scoreSheet } = (await findTender(tender.id)) ?? {};
    expect(scoreSheet?.lowestPriceFen).toBe(yuan(200_000));
  });

  test("drops out when its explanation is not accepted", async () => {
    const { tender, cheap, ask, explain, decide, sign } = await makeLow();
    await ask(cheap.id);
    await explain();
    await decide(cheap.id, false);
    expect(await sign()).toBe("ranked");
    const { scoreSheet } = (await findTender(tender.id)) ?? {};
    expect(scoreSheet?.bids.map(({ bidId }) => bidId)).not.toContain(cheap.id);
    expect((await statesOf(tender.id)).get(cheap.id)).toMatchObject({
      state: "disqualified",
      disqualifiedReason: "说明不足，不能保证服务质量。",
      lowBidExplanation: "有志愿者参与，人工成本低。",
    });
  });

  test("is asked about once, with a day at least, and its bidder is told alone", async () => {
    const { tender, chair, cheap, usual, ask } = await makeLow();
    const { at } = await actOf(chair);
    await expect(ask(usual.id)).rejects.toMatchObject({ code: "low_bid.not_low" });
    await expect(ask(cheap.id, addTo(at, hours(23)))).rejects.toMatchObject({
      code: "low_bid.too_soon",
    });
    await ask(cheap.id);
    await expect(ask(cheap.id)).rejects.toMatchObject({ code: "low_bid.asked_already" });
    const asked = await db.select().from(events).where(eq(events.name, "bid.low_price_asked"));
    expect(
      asked.map(({ detail }) => detail).filter(({ tenderId }) => tenderId === tender.id),
    ).toEqual([expect.objectContaining({ bidId: cheap.id })]);
  });

  test("is decided only when its bidder has answered or her time is over", async () => {
    const { tender, chair, cheap, ask, explain, decide } = await makeLow();
    await expect(decide(cheap.id, true)).rejects.toMatchObject({ code: "low_bid.ask_first" });
    await expect(explain()).rejects.toMatchObject({ code: "not_found" });
    await ask(cheap.id);
    await expect(decide(cheap.id, true)).rejects.toMatchObject({ code: "low_bid.waiting" });
    const { at } = await actOf(chair);
    await moveClock(addTo(at, hours(25)));
    await expect(explain()).rejects.toMatchObject({ code: "low_bid.too_late" });
    await decide(cheap.id, false);
    expect((await statesOf(tender.id)).get(cheap.id)).toMatchObject({
      state: "disqualified",
      lowBidExplanation: null,
    });
  });

  test("is explained by its own bidder, once", async () => {
    const { cheap, usual, ask, explain } = await makeLow();
    await ask(cheap.id);
    await expect(explain(usual.manager)).rejects.toMatchObject({ code: "not_found" });
    await explain();
    await expect(explain()).rejects.toMatchObject({ code: "low_bid.explained_already" });
  });

  test("is decided by the chair, and only if it is low", async () => {
    const { panel, usual, cheap, decide } = await makeLow();
    await expect(decide(usual.id, true)).rejects.toMatchObject({ code: "low_bid.not_low" });
    await expect(decide(cheap.id, true, panel[1])).rejects.toMatchObject({
      code: "panel.not_chair",
    });
  });
});

test("a bid is disqualified by the chair alone, once, and not after the report", async () => {
  const { tender, chair, panel, bids: opened } = await makeScoredEvaluation();
  const [first, second] = opened;
  if (!first || !second) throw new Error("bids");
  const out = async (bidId: Id<"bid">, by = chair) =>
    disqualifyBid(await actOf(by), { tenderId: tender.id, bidId, reason: "没有提交资质证明。" });
  await expect(out(first.id, panel[2])).rejects.toMatchObject({ code: "panel.not_chair" });
  const elsewhere = await makeEvaluation();
  await expect(out(elsewhere.bids[0]?.id ?? first.id)).rejects.toMatchObject({ code: "not_found" });
  await out(first.id);
  await expect(out(first.id)).rejects.toMatchObject({ code: "lifecycle.not_now" });
  expect(await signReport(await actOf(chair), tender.id)).toBe("failed");
  await expect(out(second.id)).rejects.toMatchObject({ code: "lifecycle.not_now" });
});

type Evaluation = Awaited<ReturnType<typeof makeEvaluation>>;

/** Every member scores what can win, and hands in. */
async function scoreAll(evaluation: Evaluation, panel: Awaited<ReturnType<typeof seatPanel>>) {
  const winnable = evaluation.bids.filter(({ price }) => price <= fen(50_800_000));
  for (const member of panel) {
    const given = scoresOf({ bids: winnable, criteria: evaluation.criteria });
    await saveScores(await actOf(member), { tenderId: evaluation.tender.id, scores: given });
    await handInScores(await actOf(member), evaluation.tender.id);
  }
}
