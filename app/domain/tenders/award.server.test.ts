import { eq, gte } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Id } from "#app/values/id.ts";
import { addDays, dayOf, instantOf, weekday } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { bids } from "#db/schema/bids.ts";
import { calendarDays, contracts, events, milestones, tenders } from "#db/schema/index.ts";
import { actOf, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import {
  makePublicisedTender,
  makeRankedTender,
  makeScoredEvaluation,
  system,
} from "#db/seed/factories/awards.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { awardWhenStandstillOver, listTendersToAward } from "./award.server.ts";
import { publiciseTender } from "./publicise.server.ts";
import { recommendBid } from "./recommend.server.ts";

const findTender = async (id: Id<"tender">) =>
  (await db.select().from(tenders).where(eq(tenders.id, id)))[0];

describe("an officer recommends", () => {
  async function makeRanked(wish: Parameters<typeof makeRankedTender>[0] = {}) {
    const ranked = await makeRankedTender(wish);
    const [first, second] = ranked.bids;
    if (!first || !second) throw new Error("bids");
    const recommend = async (bidId: Id<"bid">, reason = "", by = ranked.officer) =>
      recommendBid(await actOf(by), { tenderId: ranked.tender.id, bidId, reason });
    return { ...ranked, first, second, recommend };
  }

  test("the first of the ranking", async () => {
    const { tender, officer, first, recommend } = await makeRanked();
    await recommend(first.id, " 综合得分最高。 ");
    expect(await findTender(tender.id)).toMatchObject({
      status: "recommended",
      recommendedBidId: first.id,
      recommendedReason: "综合得分最高。",
      recommendedBy: officer.userId,
    });
    await expect(recommend(first.id)).rejects.toMatchObject({ code: "lifecycle.not_now" });
  });

  test("a lower rank only with a reason", async () => {
    const { tender, second, recommend } = await makeRanked();
    for (const nothing of ["", "  \n"]) {
      await expect(recommend(second.id, nothing)).rejects.toMatchObject({
        code: "recommendation.reason_missing",
      });
    }
    await recommend(second.id, "第一名书面放弃。");
    expect(await findTender(tender.id)).toMatchObject({ recommendedBidId: second.id });
  });

  test("never a lower rank under the statutory profile", async () => {
    const { tender, second, recommend } = await makeRanked();
    await db.update(tenders).set({ profile: "statutory" }).where(eq(tenders.id, tender.id));
    await expect(recommend(second.id, "第一名书面放弃。")).rejects.toMatchObject({
      code: "recommendation.first_only",
    });
  });

  test("nothing before the report, nothing outside the sheet, nothing of another office", async () => {
    const scored = await makeScoredEvaluation();
    const { first, recommend } = await makeRanked();
    const early = { tenderId: scored.tender.id, bidId: first.id, reason: "" };
    await expect(recommendBid(await actOf(scored.officer), early)).rejects.toMatchObject({
      code: "recommendation.no_report",
    });
    const elsewhere = scored.bids[0]?.id ?? first.id;
    await expect(recommend(elsewhere)).rejects.toMatchObject({ code: "not_found" });
    const stranger = await makeOfficeActor("officer");
    await expect(recommend(first.id, "", stranger)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("an approver publicises", () => {
  async function makeRecommended() {
    const ranked = await makeRankedTender();
    const tenderId = ranked.tender.id;
    const recommendation = { tenderId, bidId: ranked.winner.id, reason: "" };
    await recommendBid(await actOf(ranked.officer), recommendation);
    return { ...ranked, tenderId };
  }

  test("the recommendation, and the standstill ends after three working days", async () => {
    const { tenderId, approver } = await makeRecommended();
    const act = await actOf(approver);
    const today = dayOf(act.at);
    await db.delete(calendarDays).where(gte(calendarDays.day, today));
    const holiday = { day: addDays(today, 1), kind: "holiday" as const, name: "测试" };
    await db.insert(calendarDays).values(holiday);
    await publiciseTender(act, tenderId);
    const tender = await findTender(tenderId);
    expect(tender).toMatchObject({ status: "publicised", publicisedBy: approver.userId });
    const working = [2, 3, 4, 5, 6, 7, 8]
      .map((ahead) => addDays(today, ahead))
      .filter((day) => weekday(day) <= 5);
    expect(tender?.standstillEndsAt).toEqual(instantOf(working[2] ?? today, 1440));
  });

  test("but not her own recommendation, and not twice", async () => {
    const { tenderId, officer, approver } = await makeRecommended();
    const both = { ...officer, role: "approver" as const };
    await expect(publiciseTender(await actOf(both), tenderId)).rejects.toMatchObject({
      code: "publicity.own_recommendation",
    });
    await publiciseTender(await actOf(approver), tenderId);
    await expect(publiciseTender(await actOf(approver), tenderId)).rejects.toMatchObject({
      code: "lifecycle.not_now",
    });
  });

  test("nothing that was not recommended, and nothing of another office", async () => {
    const { tender, approver } = await makeRankedTender();
    await expect(publiciseTender(await actOf(approver), tender.id)).rejects.toMatchObject({
      code: "lifecycle.not_now",
    });
    const { tenderId } = await makeRecommended();
    const stranger = await makeOfficeActor("approver");
    await expect(publiciseTender(await actOf(stranger), tenderId)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("the clock awards", () => {
  const award = async (due: { officeId: Id<"office">; tender: { id: Id<"tender"> } }) =>
    awardWhenStandstillOver(await actOf(system), {
      officeId: due.officeId,
      tenderId: due.tender.id,
    });

  test("nothing before the standstill is over", async () => {
    const waiting = await makePublicisedTender();
    expect(await award(waiting)).toBe(false);
    expect(await findTender(waiting.tender.id)).toMatchObject({ status: "publicised" });
    const due = await listTendersToAward();
    expect(due.map(({ tenderId }) => tenderId)).not.toContain(waiting.tender.id);
  });

  test("the recommended bid when it is, and draws up the contract at its price", async () => {
    const publicised = await makePublicisedTender({ over: true });
    const { officeId, tender, project, winner } = publicised;
    expect(await listTendersToAward()).toContainEqual({ officeId, tenderId: tender.id });
    expect(await award(publicised)).toBe(true);

    expect(await findTender(tender.id)).toMatchObject({ status: "awarded" });
    const states = await db.select().from(bids).where(eq(bids.tenderId, tender.id));
    expect(states.find(({ id }) => id === winner.id)?.state).toBe("won");
    expect(states.filter(({ state }) => state === "lost")).toHaveLength(2);
    const [contract] = await db.select().from(contracts).where(eq(contracts.tenderId, tender.id));
    expect(contract).toMatchObject({
      status: "pending",
      bidId: winner.id,
      organizationId: winner.organizationId,
      value: winner.price,
      quantity: project.quantity,
      unit: project.unit,
      text: tender.contractDraft,
      number: expect.stringMatching(/^\d{4}-0001$/),
    });
    const parts = await db
      .select()
      .from(milestones)
      .where(eq(milestones.contractId, contract?.id ?? ("" as Id<"contract">)));
    expect(parts.map(({ cap }) => cap)).toEqual([winner.price / 2, winner.price / 2]);
    const recorded = await db.select().from(events).where(eq(events.officeId, officeId));
    const names = recorded.map(({ name }) => name);
    expect(names).toContain("tender.awarded");
    expect(names).toContain("contract.drawn_up");
  });

  test("once, however many clocks run at once", async () => {
    const publicised = await makePublicisedTender({ over: true });
    const { done, refused } = await atOnce(5, () => award(publicised));
    expect(refused).toEqual([]);
    expect(done.filter(Boolean)).toHaveLength(1);
    const drawnUp = eq(contracts.tenderId, publicised.tender.id);
    expect(await db.select().from(contracts).where(drawnUp)).toHaveLength(1);
  });
});
