import { describe, expect, test } from "vitest";
import { yuan } from "#app/values/money.ts";
import { actOf, makeManager, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import {
  makeAwardedTender,
  makePublicisedTender,
  makeRankedTender,
  makeScoredEvaluation,
} from "#db/seed/factories/awards.ts";
import { makeEvaluation } from "#db/seed/factories/evaluations.ts";
import { disqualifyBid } from "./disqualify.server.ts";
import { publiciseTender } from "./publicise.server.ts";
import { findBidResult, findPublishedSheet } from "./published-sheet.server.ts";
import { recommendBid } from "./recommend.server.ts";
import { findOfficeSheet, findReport } from "./report-queries.server.ts";
import { signReport } from "./sign-report.server.ts";

describe("the public score sheet", () => {
  test("does not exist before it is publicised", async () => {
    const { tender, bids } = await makeRankedTender();
    expect(await findPublishedSheet(tender.id)).toBeUndefined();
    for (const { manager } of bids) {
      expect(await findBidResult(manager, tender.id)).toBeUndefined();
    }
  });

  test("names bidders and reasons, and the panel only once the standstill is over", async () => {
    const publicised = await makePublicisedTender();
    const sheet = await findPublishedSheet(publicised.tender.id);
    expect(sheet?.bids.map(({ rank, organization }) => [rank, organization])).toEqual([
      [1, "阳光社会工作服务中心"],
      [2, "阳光社会工作服务中心"],
      [3, "阳光社会工作服务中心"],
    ]);
    expect(sheet?.recommendation).toMatchObject({ reason: "综合得分最高。" });
    expect(sheet?.panel.map(({ name }) => name)).toEqual([null, null, null]);

    const over = await makePublicisedTender({ over: true });
    const waiting = await findPublishedSheet(over.tender.id);
    expect(waiting?.tender).toMatchObject({ status: "publicised", standstillOver: true });
    expect(waiting?.panel.map(({ name }) => name)).toEqual(["李雯", "李雯", "李雯"]);

    const awarded = await makeAwardedTender();
    const named = await findPublishedSheet(awarded.tender.id);
    expect(named?.panel.map(({ name }) => name)).toEqual(["李雯", "李雯", "李雯"]);
    expect(named?.panel.filter(({ chair }) => chair)).toHaveLength(1);
  });
});

describe("a bidder is told", () => {
  test("own scores per criterion, the winner's total, and the reason", async () => {
    const { tender, bids } = await makePublicisedTender();
    const [winner, loser] = bids;
    if (!winner || !loser) throw new Error("bids");
    const told = await findBidResult(loser.manager, tender.id);
    expect(told).toMatchObject({
      first: false,
      bidders: 3,
      winner: { organizations: ["阳光社会工作服务中心"], total: 8_775, reason: "综合得分最高。" },
      own: { bidId: loser.id, price: 3_000, qualityTotal: 5_100, total: 8_600, rank: 2 },
    });
    expect(told?.own?.quality).toHaveLength(2);
    expect(await findBidResult(winner.manager, tender.id)).toMatchObject({ first: true });
    expect(await findBidResult(await makeManager(), tender.id)).toBeUndefined();
  });

  test("why her bid dropped out", async () => {
    const prices = [480_000, 460_000, 500_000, 490_000].map((price) => ({ price: yuan(price) }));
    const { tender, chair, officer, approver, bids } = await makeScoredEvaluation({
      bidders: prices,
    });
    const [winner, out] = bids;
    if (!winner || !out) throw new Error("bids");
    const reason = "没有提交要求的资质证明。";
    await disqualifyBid(await actOf(chair), { tenderId: tender.id, bidId: out.id, reason });
    await signReport(await actOf(chair), tender.id);
    const recommendation = { tenderId: tender.id, bidId: winner.id, reason: "" };
    await recommendBid(await actOf(officer), recommendation);
    await publiciseTender(await actOf(approver), tender.id);
    expect(await findBidResult(out.manager, tender.id)).toMatchObject({
      own: null,
      disqualifiedReason: reason,
      bidders: 3,
    });
    const sheet = await findPublishedSheet(tender.id);
    expect(sheet?.disqualified).toMatchObject([{ priceFen: yuan(460_000), reason }]);
  });
});

describe("the office's report", () => {
  test("shows no sheet before all scores are in, and then the one that will be signed", async () => {
    const evaluation = await makeEvaluation();
    expect(await findReport(evaluation.officer, evaluation.tender.id)).toMatchObject({
      allIn: false,
      enough: true,
      sheet: undefined,
    });
    const { tender, chair, panel } = await makeScoredEvaluation();
    const before = await findReport(chair, tender.id);
    expect(before).toMatchObject({ allIn: true, chair: true });
    expect((await findReport(panel[1] ?? chair, tender.id))?.chair).toBe(false);
    await signReport(await actOf(chair), tender.id);
    const signed = await findOfficeSheet(chair, tender.id);
    expect(signed).toEqual(before?.sheet);
    expect(signed?.panel.map(({ name }) => name)).toEqual(["李雯", "李雯", "李雯"]);
  });

  test("is not another office's to read", async () => {
    const { tender } = await makeScoredEvaluation();
    const stranger = await makeOfficeActor("officer");
    expect(await findReport(stranger, tender.id)).toBeUndefined();
    expect(await findOfficeSheet(stranger, tender.id)).toBeUndefined();
  });
});
