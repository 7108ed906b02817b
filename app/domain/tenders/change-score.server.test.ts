import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "#db/client.server.ts";
import { events, scoreChanges, scores, tenders } from "#db/schema/index.ts";
import { actOf, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeScoredEvaluation, scoresOf, seatPanel } from "#db/seed/factories/awards.ts";
import { makeEvaluation } from "#db/seed/factories/evaluations.ts";
import { changeScore } from "./change-score.server.ts";
import { handInScores } from "./hand-in.server.ts";
import { findOfficeSheet } from "./report-queries.server.ts";
import { saveScores } from "./score.server.ts";
import { signReport } from "./sign-report.server.ts";

/** All scores are in; the second member may change her first. */
async function allIn() {
  const scored = await makeScoredEvaluation();
  const [, member] = scored.panel;
  const [bid] = scored.bids;
  const criterion = scored.criteria.find(({ kind }) => kind === "quality");
  if (!member || !bid || !criterion) throw new Error("nothing was scored");
  const change = async (hundredths: number, by = member) =>
    changeScore(await actOf(by), {
      tenderId: scored.tender.id,
      bidId: bid.id,
      criterionId: criterion.id,
      hundredths,
      reason: "听了同事的说明，方案的夜间部分更可行。",
    });
  return { ...scored, member, bid, criterion, change };
}

describe("a score that is changed after all are in", () => {
  test("counts in the ranking, and both values are kept and published with the reason", async () => {
    const { tender, chair, bid, criterion, change } = await allIn();
    await change(3_000);
    await change(3_100);
    const kept = await db.select().from(scoreChanges).where(eq(scoreChanges.tenderId, tender.id));
    expect(kept.map(({ fromHundredths: from, toHundredths: to }) => [from, to])).toEqual([
      [3_600, 3_000],
      [3_000, 3_100],
    ]);
    const told = await db.select().from(events).where(eq(events.name, "panel.score_changed"));
    const own = told.filter(({ detail }) => detail.tenderId === tender.id);
    expect(own.map(({ detail }) => detail)).toEqual(
      Array(2).fill({ tenderId: tender.id, bidId: bid.id, criterionId: criterion.id }),
    );
    await signReport(await actOf(chair), tender.id);
    const [row] = await db.select().from(tenders).where(eq(tenders.id, tender.id));
    const line = row?.scoreSheet?.bids.find(({ bidId }) => bidId === bid.id);
    expect(line?.quality.find((one) => one.criterionId === criterion.id)?.scores).toContain(3_100);
    const sheet = await findOfficeSheet(chair, tender.id);
    expect(sheet?.changes).toMatchObject([
      { bidId: bid.id, from: 3_600, to: 3_000 },
      { bidId: bid.id, from: 3_000, to: 3_100, reason: expect.stringContaining("夜间") },
    ]);
    const { member = 0 } = sheet?.changes[0] ?? {};
    expect(line?.quality[0]?.scores[member - 1]).toBe(3_100);
  });

  test("is refused out of its range, to the same value, and to who is not on the panel", async () => {
    const { officeId, criterion, change } = await allIn();
    await expect(change(criterion.weight * 100 + 1)).rejects.toMatchObject({
      code: "scores.out_of_range",
    });
    await expect(change(3_600)).rejects.toMatchObject({ code: "scores.unchanged" });
    const stranger = await makeOfficeActor("panel", officeId);
    await expect(change(3_000, stranger)).rejects.toMatchObject({ code: "not_found" });
  });

  test("is refused before everybody has handed in, and after the report is signed", async () => {
    const { tender, chair, change } = await allIn();
    await signReport(await actOf(chair), tender.id);
    await expect(change(3_000)).rejects.toMatchObject({ code: "lifecycle.not_now" });

    const early = await makeEvaluation();
    const [first] = await seatPanel(early);
    const [given] = scoresOf(early);
    if (!first || !given) throw new Error("nobody sits on the panel");
    const tenderId = early.tender.id;
    await saveScores(await actOf(first), { tenderId, scores: scoresOf(early) });
    await handInScores(await actOf(first), tenderId);
    const { bidId, criterionId } = given;
    const changed = { tenderId, bidId, criterionId, hundredths: 100, reason: "再想了想。" };
    await expect(changeScore(await actOf(first), changed)).rejects.toMatchObject({
      code: "scores.not_all_in",
    });
  });

  test("does not change past the record: the database refuses it", async () => {
    const { tender, change } = await allIn();
    await change(3_000);
    const all = eq(scores.tenderId, tender.id);
    await expect(db.update(scores).set({ hundredths: 1 }).where(all)).rejects.toThrow();
    await expect(db.delete(scores).where(all)).rejects.toThrow();
  });

  test("stays on record: no change of it is rewritten", async () => {
    const { tender, change } = await allIn();
    await change(3_000);
    const own = eq(scoreChanges.tenderId, tender.id);
    await expect(db.update(scoreChanges).set({ reason: "别的" }).where(own)).rejects.toThrow();
    await expect(db.delete(scoreChanges).where(own)).rejects.toThrow();
  });
});
