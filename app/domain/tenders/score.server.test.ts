import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { databaseError } from "#app/http/log.server.ts";
import { type Id, newId } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { db } from "#db/client.server.ts";
import { panelMembers, scores } from "#db/schema/index.ts";
import { actOf, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeScoredEvaluation, scoresOf, seatPanel } from "#db/seed/factories/awards.ts";
import { makeEvaluation } from "#db/seed/factories/evaluations.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { declareInterest } from "./declare.server.ts";
import { disqualifyBid } from "./disqualify.server.ts";
import { handInScores } from "./hand-in.server.ts";
import { type GivenScore, saveScores } from "./score.server.ts";
import { findScoring, listVisibleScores } from "./score-queries.server.ts";

async function makePanel(wish: Parameters<typeof makeEvaluation>[0] = {}) {
  const evaluation = await makeEvaluation(wish);
  const [chair, other, third] = await seatPanel(evaluation);
  if (!chair || !other || !third) throw new Error("a panel of three");
  const tenderId = evaluation.tender.id;
  type Member = typeof chair;
  const save = async (member: Member, given: GivenScore[] = scoresOf(evaluation)) =>
    saveScores(await actOf(member), { tenderId, scores: given });
  const handIn = async (member: Member) => handInScores(await actOf(member), tenderId);
  return { ...evaluation, tenderId, chair, other, third, save, handIn };
}

const scoresIn = (tenderId: Id<"tender">) =>
  db.select().from(scores).where(eq(scores.tenderId, tenderId));

describe("a member's scores", () => {
  test("are saved in part, changed, and taken back until she hands in", async () => {
    const { chair, save, tenderId, ...evaluation } = await makePanel();
    const [first, second] = scoresOf(evaluation);
    if (!first || !second) throw new Error("two scores");
    await save(chair, [first, second]);
    await save(chair, [
      { ...first, hundredths: 1_234 },
      { ...second, hundredths: null },
    ]);
    expect(await scoresIn(tenderId)).toMatchObject([
      { memberId: chair.userId, bidId: first.bidId, hundredths: 1_234 },
    ]);
  });

  test("are whole hundredths from zero to the criterion's points", async () => {
    const { chair, save, ...evaluation } = await makePanel();
    const [first] = scoresOf(evaluation);
    if (!first) throw new Error("a score");
    await save(chair, [{ ...first, hundredths: 0 }]);
    await save(chair, [{ ...first, hundredths: 4_000 }]);
    for (const hundredths of [-1, 4_001, 0.5, Number.NaN]) {
      await expect(save(chair, [{ ...first, hundredths }])).rejects.toMatchObject({
        code: "scores.out_of_range",
      });
    }
  });

  test("are given only for quality, and only to bids that can win", async () => {
    const bidders = [yuan(400_000), yuan(450_000), yuan(508_001)].map((price) => ({ price }));
    const { chair, save, criteria, bids } = await makePanel({ bidders });
    const [cheap, , tooDear] = bids;
    const [price, plan] = criteria;
    if (!cheap || !tooDear || !price || !plan) throw new Error("bids and criteria");
    const wrong = [
      { bidId: cheap.id, criterionId: price.id },
      { bidId: tooDear.id, criterionId: plan.id },
      { bidId: newId<"bid">(), criterionId: plan.id },
    ];
    for (const key of wrong) {
      await expect(save(chair, [{ ...key, hundredths: 100 }])).rejects.toMatchObject({
        code: "not_found",
      });
    }
  });

  test("come from members of this panel who declared that they have no conflict", async () => {
    const { chair, other, third, save, tenderId, officeId } = await makePanel();
    const undeclared = { conflict: null, declaredAt: null };
    await db.update(panelMembers).set(undeclared).where(eq(panelMembers.userId, other.userId));
    await expect(save(other)).rejects.toMatchObject({ code: "panel.declare_first" });

    await save(third);
    const declaration = { tenderId, conflict: true, note: "曾在投标机构任职。" };
    await declareInterest(await actOf(third), declaration);
    await expect(save(third)).rejects.toMatchObject({ code: "panel.barred" });
    expect(await scoresIn(tenderId)).toEqual([]);

    const stranger = await makeOfficeActor("panel", officeId);
    await expect(save(stranger)).rejects.toMatchObject({ code: "not_found" });
    const elsewhere = { ...chair, officeId: (await makeOfficeActor("panel")).officeId };
    await expect(save(elsewhere)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("handing in", () => {
  test("is refused while a score is missing, and is final", async () => {
    const { chair, save, handIn, tenderId, ...evaluation } = await makePanel();
    await save(chair, scoresOf(evaluation).slice(1));
    await expect(handIn(chair)).rejects.toMatchObject({ code: "scores.missing" });

    await save(chair);
    await handIn(chair);
    await expect(handIn(chair)).rejects.toMatchObject({ code: "panel.handed_in" });
    await expect(save(chair)).rejects.toMatchObject({ code: "panel.handed_in" });
    const behind = db.update(scores).set({ hundredths: 1 }).where(eq(scores.tenderId, tenderId));
    await expect(behind.catch((error) => databaseError(error)?.code)).resolves.toBe("23001");
  });

  test("needs no score for a bid that was disqualified", async () => {
    const { chair, save, handIn, tenderId, bids, criteria } = await makePanel();
    const [out, ...rest] = bids;
    if (!out) throw new Error("a bid");
    const reason = "没有提交要求的资质证明。";
    await disqualifyBid(await actOf(chair), { tenderId, bidId: out.id, reason });
    await save(chair, scoresOf({ bids: rest, criteria }));
    await handIn(chair);
  });

  test("at once with a change of mind, either counts the change or refuses it", async () => {
    const { chair, save, handIn, tenderId, ...evaluation } = await makePanel();
    const [first] = scoresOf(evaluation);
    if (!first) throw new Error("a score");
    await save(chair);
    const { refused } = await atOnce(2, (index) =>
      index === 0 ? handIn(chair) : save(chair, [{ ...first, hundredths: null }]),
    );
    expect(refused).toHaveLength(1);
  });
});

describe("blindness", () => {
  test("nobody sees another's score before all are in, then everybody of the office does", async () => {
    const { chair, other, third, save, handIn, tenderId, officer, ...evaluation } =
      await makePanel();
    const each = scoresOf(evaluation).length;
    await save(chair);
    await handIn(chair);
    await save(other);
    const owners = async (by: Parameters<typeof listVisibleScores>[0]) =>
      new Set((await listVisibleScores(by, tenderId)).map(({ memberId }) => memberId));
    expect(await owners(chair)).toEqual(new Set([chair.userId]));
    expect(await owners(other)).toEqual(new Set([other.userId]));
    for (const reader of [third, officer]) expect(await owners(reader)).toEqual(new Set());
    expect((await findScoring(other, tenderId))?.scores).toHaveLength(each);
    expect((await findScoring(third, tenderId))?.scores).toEqual([]);

    await handIn(other);
    await save(third);
    await handIn(third);
    for (const reader of [chair, officer]) {
      expect(await listVisibleScores(reader, tenderId)).toHaveLength(3 * each);
    }
    expect((await findScoring(other, tenderId))?.scores).toHaveLength(each);
  });

  test("holds when those who handed in are not yet a full panel", async () => {
    const { chair, other, third, save, handIn, tenderId } = await makePanel();
    for (const member of [chair, other]) {
      await save(member);
      await handIn(member);
    }
    const declaration = { tenderId, conflict: true, note: "亲属在投标机构任职。" };
    await declareInterest(await actOf(third), declaration);
    const seen = await listVisibleScores(chair, tenderId);
    expect(new Set(seen.map(({ memberId }) => memberId))).toEqual(new Set([chair.userId]));
  });

  test("another office sees nothing at all", async () => {
    const { tender, chair } = await makeScoredEvaluation();
    const stranger = await makeOfficeActor("panel");
    expect(await listVisibleScores(stranger, tender.id)).toEqual([]);
    expect(await findScoring(stranger, tender.id)).toBeUndefined();
    expect(await findScoring(chair, tender.id)).toBeDefined();
  });
});
