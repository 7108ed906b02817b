import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { answerChallenge } from "#app/domain/challenges/answer.server.ts";
import { decideChallenge } from "#app/domain/challenges/decide.server.ts";
import { escalateChallenge } from "#app/domain/challenges/escalate.server.ts";
import { fileChallenge } from "#app/domain/challenges/file.server.ts";
import { ruleOnChallenge } from "#app/domain/challenges/rule.server.ts";
import { databaseError } from "#app/http/log.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import {
  bids,
  contracts,
  panelMembers,
  scores,
  supersededSheets,
  tenders,
} from "#db/schema/index.ts";
import { actOf, makeManager, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeAwardedTender, scoresOf } from "#db/seed/factories/awards.ts";
import { makeDecidedChallenge } from "#db/seed/factories/challenges.ts";
import { makeOpenTender } from "#db/seed/factories/tenders.ts";
import { handInScores } from "./hand-in.server.ts";
import { publiciseTender } from "./publicise.server.ts";
import { recommendBid } from "./recommend.server.ts";
import { saveScores } from "./score.server.ts";
import { signReport } from "./sign-report.server.ts";

const find = async (id: Id<"tender">) =>
  one(await db.select().from(tenders).where(eq(tenders.id, id)));

const sheetsOf = (tenderId: Id<"tender">) =>
  db.select().from(supersededSheets).where(eq(supersededSheets.tenderId, tenderId));

const statesOf = async (tenderId: Id<"tender">) =>
  (await db.select().from(bids).where(eq(bids.tenderId, tenderId))).map(({ state }) => state);

describe("an accepted challenge", () => {
  test("opens scoring again, and the old ranking stays on record with the reason", async () => {
    const made = await makeDecidedChallenge({ accepted: true });
    const { tender, winner, challengeId } = made;
    expect(await find(tender.id)).toMatchObject({
      status: "evaluating",
      scoreSheet: null,
      reportSignedAt: null,
      recommendedBidId: null,
      publicisedAt: null,
      standstillEndsAt: null,
    });
    const kept = one(await sheetsOf(tender.id));
    expect(kept).toMatchObject({
      challengeId,
      recommendedBidId: winner.id,
      reason: "服务方案第三页确有此项，打分有遗漏。",
    });
    expect(kept.scoreSheet.bids[0]?.bidId).toBe(winner.id);
    expect(kept.bids.map(({ state }) => state)).toEqual(["scored", "scored", "scored"]);
    expect(await statesOf(tender.id)).toEqual(["opened", "opened", "opened"]);
  });

  test("leaves each member her scores to begin from, and the panel ranks and publishes anew", async () => {
    const made = await makeDecidedChallenge({ accepted: true });
    const { tender, panel, loser, chair, officer, approver } = made;
    const tenderId = tender.id;
    const given = await db.$count(scores, eq(scores.tenderId, tenderId));
    expect(given).toBe(3 * 3 * 2);
    await expect(signReport(await actOf(chair), tenderId)).rejects.toMatchObject({
      code: "report.scores_missing",
    });
    for (const member of panel) {
      const better = scoresOf(made)
        .filter(({ bidId }) => bidId === loser.id)
        .map((score) => ({ ...score, hundredths: score.hundredths + 150 }));
      await saveScores(await actOf(member), { tenderId, scores: better });
      await handInScores(await actOf(member), tenderId);
    }
    expect(await signReport(await actOf(chair), tenderId)).toBe("ranked");
    const recommendation = { tenderId, bidId: loser.id, reason: "重新评审后综合得分最高。" };
    await recommendBid(await actOf(officer), recommendation);
    await publiciseTender(await actOf(approver), tenderId);
    const after = await find(tenderId);
    expect(after).toMatchObject({ status: "publicised", recommendedBidId: loser.id });
    expect(after.scoreSheet?.bids[0]?.bidId).toBe(loser.id);
    expect(one(await sheetsOf(tenderId)).scoreSheet.bids[0]?.bidId).toBe(made.winner.id);
  });

  test("brings back a bid that the panel had dropped, and not one that could not be read", async () => {
    const made = await makeAwardedTender();
    const [, loser, other] = made.bids;
    if (!loser || !other) throw new Error("bids");
    const dropped = { state: "disqualified", disqualifiedReason: "缺少资质。" } as const;
    await db.update(bids).set(dropped).where(eq(bids.id, loser.id));
    const unread = { ...dropped, document: null, price: null };
    await db.update(bids).set(unread).where(eq(bids.id, other.id));
    await accept(made, loser.manager);
    expect(await db.select().from(bids).where(eq(bids.id, loser.id))).toMatchObject([
      { state: "opened", disqualifiedReason: null },
    ]);
    expect(await db.select().from(bids).where(eq(bids.id, other.id))).toMatchObject([dropped]);
    expect(one(await sheetsOf(made.tender.id)).bids).toContainEqual(
      expect.objectContaining({ id: loser.id, disqualifiedReason: "缺少资质。" }),
    );
  });

  test("takes the contract away that nobody had signed", async () => {
    const made = await makeAwardedTender();
    const loser = made.bids[1];
    if (!loser) throw new Error("a loser");
    await accept(made, loser.manager);
    expect((await find(made.tender.id)).awardedAt).toBeNull();
    const rows = await db.select().from(contracts).where(eq(contracts.id, made.contract.id));
    expect(one(rows).status).toBe("terminated");
  });

  async function accept(
    made: Awaited<ReturnType<typeof makeAwardedTender>>,
    by: (typeof made.bids)[0]["manager"],
  ) {
    const filing = { tenderId: made.tender.id, subject: "result", text: "打分有误。" } as const;
    const challengeId = await fileChallenge(await actOf(by), filing);
    const said = { challengeId, publishedText: "质疑人认为打分有误。", answer: "情况属实。" };
    await answerChallenge(await actOf(made.officer), said);
    const decision = { challengeId, accepted: true, reason: "打分有遗漏。" };
    await decideChallenge(await actOf(made.approver), decision);
  }

  test("against the tender file only stops the tender, which can still be put right", async () => {
    const { tender, officer, officeId } = await makeOpenTender();
    const filing = {
      tenderId: tender.id,
      subject: "tender_file",
      text: "资格条件排斥小机构。",
    } as const;
    const challengeId = await fileChallenge(await actOf(await makeManager()), filing);
    const said = { challengeId, publishedText: filing.text, answer: "情况属实，将修改。" };
    await answerChallenge(await actOf(officer), said);
    const reviewer = await makeOfficeActor("approver", officeId);
    const decision = { challengeId, accepted: true, reason: "资格条件与履约无关。" };
    await decideChallenge(await actOf(reviewer), decision);
    const after = await find(tender.id);
    expect(after.status).toBe("open");
    expect(after.suspendedAt).toBeInstanceOf(Date);
  });
});

test("the supervisor opens scoring again when she upholds what the office had rejected", async () => {
  const { challengeId, challenger, supervisor, tender } = await makeDecidedChallenge({
    accepted: false,
  });
  await escalateChallenge(await actOf(challenger), { challengeId, text: "答复没有回应。" });
  const ruling = { challengeId, upheld: true, reason: "打分与方案内容不符。" };
  await ruleOnChallenge(await actOf(supervisor), ruling);
  expect((await find(tender.id)).status).toBe("evaluating");
  expect(one(await sheetsOf(tender.id)).reason).toBe("打分与方案内容不符。");
});

describe("the database holds by itself", () => {
  test("that a signed sheet is taken away only when it is kept among the superseded", async () => {
    const { tender } = await makeDecidedChallenge({ accepted: false });
    const lose = db.update(tenders).set({ scoreSheet: null }).where(eq(tenders.id, tender.id));
    await expect(lose.catch((error) => databaseError(error)?.code)).resolves.toBe("23001");
  });

  test("that a superseded sheet stays as it is, and handed-in scores too", async () => {
    const { tender, panel } = await makeDecidedChallenge({ accepted: true });
    const change = db
      .update(supersededSheets)
      .set({ reason: "改" })
      .where(eq(supersededSheets.tenderId, tender.id));
    await expect(change.catch((error) => databaseError(error)?.code)).resolves.toBe("42501");
    const [member] = panel;
    if (!member) throw new Error("a member");
    await handInScores(await actOf(member), tender.id);
    const mine = and(eq(scores.tenderId, tender.id), eq(scores.memberId, member.userId));
    const late = db.update(scores).set({ hundredths: 1 }).where(mine);
    await expect(late.catch((error) => databaseError(error)?.code)).resolves.toBe("23001");
    const rows = await db.select().from(panelMembers).where(eq(panelMembers.tenderId, tender.id));
    expect(rows.filter(({ submittedAt }) => submittedAt)).toHaveLength(1);
  });
});
