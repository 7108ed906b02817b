import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { asOrganization } from "#app/domain/bids/as-organization.server.ts";
import { findBidding } from "#app/domain/bids/queries.server.ts";
import { submitBid } from "#app/domain/bids/submit.server.ts";
import { withdrawBid } from "#app/domain/bids/withdraw.server.ts";
import { databaseNow, moveClock } from "#app/domain/clock.server.ts";
import { recordProblems } from "#app/domain/open-data/check.ts";
import { currentState } from "#app/domain/open-data/current-state.ts";
import { recordOf } from "#app/domain/open-data/packages.ts";
import { findProcesses } from "#app/domain/open-data/processes.server.ts";
import { releasesOf } from "#app/domain/open-data/releases.ts";
import { publisher } from "#app/http/open-data.server.ts";
import { type Id, newId } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { addTo, days, hours, minutes } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { bids, events, receipts, talks, tenders } from "#db/schema/index.ts";
import { actOf, makeManager, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { scoresOf, system } from "#db/seed/factories/awards.ts";
import { bidDocument, makeSealedBid, sealFor } from "#db/seed/factories/bids.ts";
import {
  closeNow,
  listStanding,
  makeFinalRound,
  makeTenderInTalks,
  openNow,
  talkWith,
} from "#db/seed/factories/talks.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { somebodyWaitsForTender } from "#db/testing/waiting.ts";
import { acceptFewerBids } from "./accept-fewer-bids.server.ts";
import { askQuestion } from "./ask.server.ts";
import { awardWhenStandstillOver } from "./award.server.ts";
import { disqualifyBid } from "./disqualify.server.ts";
import { callFinalOffers, proposeFinalCall } from "./final-call.server.ts";
import { handInScores } from "./hand-in.server.ts";
import { findPublishedReceipts } from "./opening-queries.server.ts";
import { publiciseTender } from "./publicise.server.ts";
import { findPublishedSheet } from "./published-sheet.server.ts";
import { recommendBid } from "./recommend.server.ts";
import { recordTalks } from "./record-talks.server.ts";
import { saveScores } from "./score.server.ts";
import { signReport } from "./sign-report.server.ts";
import { suspendTender } from "./suspend.server.ts";
import { findPublishedTalks } from "./talks-queries.server.ts";

const tenderOf = async (tenderId: Id<"tender">) =>
  one(await db.select().from(tenders).where(eq(tenders.id, tenderId)));
const bidsOf = (tenderId: Id<"tender">, round: number) =>
  db
    .select()
    .from(bids)
    .where(and(eq(bids.tenderId, tenderId), eq(bids.round, round)))
    .orderBy(bids.submittedAt);
const soon = async () => addTo(await databaseNow(), days(7));
const call = async (wish: { tenderId: Id<"tender">; deadline?: Date }) => ({
  deadline: await soon(),
  changes: "无变动。",
  ...wish,
});

/** The open data's releases add up to what the rows say, and tell nothing of a first offer. */
async function expectSound(tenderId: Id<"tender">) {
  const [found] = await findProcesses([tenderId]);
  if (!found) throw new Error("no process");
  const { publishedAt: at, deadline, firstDeadline } = found.tender;
  const published = { name: "tender.published", id: newId<"event">(), at, tenderId } as const;
  const first = (firstDeadline ?? deadline).toISOString();
  // The factory publishes without a word in the log.
  const told = { ...published, ceiling: yuan(508_000), deadline: first };
  const process = { ...found, events: [told, ...found.events] };
  const record = recordOf(releasesOf(process, publisher()));
  expect(recordProblems(record)).toEqual([]);
  expect(record.compiledRelease).toMatchObject(currentState(process, publisher()));
  expect(process.bids.every(({ price }) => price !== null && price < yuan(400_000))).toBe(true);
}

describe("talks", () => {
  test("are recorded by the chair for each bidder, with the whole panel", async () => {
    const inTalks = await makeTenderInTalks();
    const { tenderId, panel } = inTalks;
    const [first] = await listStanding(tenderId);
    if (!first) throw new Error("no bid");
    await moveClock(addTo(await databaseNow(), minutes(5)));
    await talkWith(inTalks, first.id);
    await talkWith(inTalks, first.id);
    const [kept, ...more] = await db.select().from(talks).where(eq(talks.tenderId, tenderId));
    expect(more).toEqual([]);
    expect(kept?.memberIds.toSorted()).toEqual(panel.map(({ userId }) => userId).toSorted());
  });

  test("are not held before the opening, not in the future, and not with who is out", async () => {
    const inTalks = await makeTenderInTalks({ offers: 4 });
    const { tenderId, chair, panel } = inTalks;
    const [out, other] = await listStanding(tenderId);
    if (!out || !other) throw new Error("no bid");
    const said = { bidderSide: "陈立", agreed: "按首次报价执行。", confidential: "" };
    const now = await databaseNow();
    for (const heldAt of [addTo(now, -hours(1)), addTo(now, minutes(1))]) {
      const record = recordTalks(await actOf(chair), {
        tenderId,
        bidId: other.id,
        heldAt,
        ...said,
      });
      await expect(record).rejects.toMatchObject({ code: "talks.held_when" });
    }
    await disqualifyBid(await actOf(chair), { tenderId, bidId: out.id, reason: "没有资质证书。" });
    await expect(talkWith(inTalks, out.id)).rejects.toMatchObject({ code: "talks.bid_out" });
    const [, member] = panel;
    if (!member) throw new Error("no member");
    await expect(talkWith({ ...inTalks, chair: member }, other.id)).rejects.toMatchObject({
      code: "panel.not_chair",
    });
  });

  test("come before any score and before the report", async () => {
    const { tenderId, panel, chair } = await makeTenderInTalks();
    const act = await actOf(chair);
    const tooEarly = { code: "scores.before_final" };
    await expect(saveScores(act, { tenderId, scores: [] })).rejects.toMatchObject(tooEarly);
    for (const member of panel) {
      const handing = handInScores(await actOf(member), tenderId);
      await expect(handing).rejects.toMatchObject(tooEarly);
    }
    await expect(signReport(act, tenderId)).rejects.toMatchObject({ code: "report.before_final" });
  });

  test("end in a failed tender where too few are left and no reason is on record", async () => {
    const { tenderId, chair } = await makeTenderInTalks();
    const [out] = await listStanding(tenderId);
    if (!out) throw new Error("no bid");
    await disqualifyBid(await actOf(chair), { tenderId, bidId: out.id, reason: "没有资质证书。" });
    expect(await signReport(await actOf(chair), tenderId)).toBe("failed");
  });
});

describe("a call for final offers", () => {
  test("waits until every bidder was talked with", async () => {
    const inTalks = await makeTenderInTalks();
    const { tenderId, officer } = inTalks;
    await moveClock(addTo(await databaseNow(), minutes(5)));
    const [first, ...others] = await listStanding(tenderId);
    for (const { id } of others) await talkWith(inTalks, id);
    const propose = async () => proposeFinalCall(await actOf(officer), await call({ tenderId }));
    await expect(propose()).rejects.toMatchObject({ code: "final_call.talks_missing" });
    if (first) await talkWith(inTalks, first.id);
    await propose();
  });

  test("leaves the working days of the rules, to the minute", async () => {
    const inTalks = await makeTenderInTalks();
    const { tenderId, officer } = inTalks;
    // Wednesday, so that the next working day is tomorrow.
    const wednesday = new Date("2027-06-16T10:00:00+08:00");
    await moveClock(wednesday);
    for (const { id } of await listStanding(tenderId)) await talkWith(inTalks, id);
    const now = await databaseNow();
    const act = await actOf(officer);
    const early = { tenderId, deadline: addTo(now, days(1) - minutes(1)), changes: "无变动。" };
    await expect(proposeFinalCall(act, early)).rejects.toMatchObject({
      code: "final_call.too_soon",
    });
    await proposeFinalCall(act, { ...early, deadline: addTo(now, days(1) + minutes(1)) });
  });

  test("is made by another person than wrote it, and again within the rules", async () => {
    const inTalks = await makeTenderInTalks();
    const { tenderId, officer, approver, officeId } = inTalks;
    const act = await actOf(approver);
    await expect(callFinalOffers(act, tenderId)).rejects.toMatchObject({ code: "final_call.none" });
    await moveClock(addTo(await databaseNow(), minutes(5)));
    for (const { id } of await listStanding(tenderId)) await talkWith(inTalks, id);
    await proposeFinalCall(await actOf(officer), await call({ tenderId }));
    const both = { ...officer, role: "approver" as const };
    await expect(callFinalOffers(await actOf(both), tenderId)).rejects.toMatchObject({
      code: "final_call.own",
    });
    await moveClock(addTo(await soon(), -hours(2)));
    await expect(callFinalOffers(await actOf(approver), tenderId)).rejects.toMatchObject({
      code: "final_call.too_soon",
    });
    const elsewhere = await makeOfficeActor("approver");
    await expect(callFinalOffers(await actOf(elsewhere), tenderId)).rejects.toMatchObject({
      code: "not_found",
    });
    expect(officeId).not.toBe(elsewhere.officeId);
  });

  test("goes on with two where the rules take them for a reason on record", async () => {
    const inTalks = await makeTenderInTalks();
    const { tenderId, officer, chair } = inTalks;
    await moveClock(addTo(await databaseNow(), minutes(5)));
    const [out, ...others] = await listStanding(tenderId);
    for (const { id } of others) await talkWith(inTalks, id);
    if (out) {
      const reason = "没有资质证书。";
      await disqualifyBid(await actOf(chair), { tenderId, bidId: out.id, reason });
    }
    const propose = async () => proposeFinalCall(await actOf(officer), await call({ tenderId }));
    await expect(propose()).rejects.toMatchObject({ code: "final_call.too_few" });
    await acceptFewerBids(await actOf(officer), { tenderId, reason: "符合条件的机构少。" });
    await propose();
  });

  test("is neither written nor made while the tender is suspended", async () => {
    const inTalks = await makeTenderInTalks();
    const { tenderId, officer, approver } = inTalks;
    await moveClock(addTo(await databaseNow(), minutes(5)));
    for (const { id } of await listStanding(tenderId)) await talkWith(inTalks, id);
    await proposeFinalCall(await actOf(officer), await call({ tenderId }));
    await suspendTender(await actOf(approver), { tenderId, reason: "核实举报。" });
    const suspended = { code: "tender.suspended" };
    const propose = proposeFinalCall(await actOf(officer), await call({ tenderId }));
    await expect(propose).rejects.toMatchObject(suspended);
    await expect(callFinalOffers(await actOf(approver), tenderId)).rejects.toMatchObject(suspended);
  });

  test("is made once, whoever presses at the same moment", async () => {
    const inTalks = await makeTenderInTalks();
    const { tenderId, officer, approver } = inTalks;
    await moveClock(addTo(await databaseNow(), minutes(5)));
    for (const { id } of await listStanding(tenderId)) await talkWith(inTalks, id);
    await proposeFinalCall(await actOf(officer), await call({ tenderId }));
    const act = await actOf(approver);
    const { done, refused } = await atOnce(3, () => callFinalOffers(act, tenderId));
    expect([done.length, refused.length]).toEqual([1, 2]);
    expect(await tenderOf(tenderId)).toMatchObject({ round: 2, status: "open", openedAt: null });
  });
});

describe("final offers", () => {
  test("are sealed to a key of their own and hidden from everybody until the new deadline", async () => {
    const { tenderId, bidders } = await makeFinalRound();
    const [by] = bidders;
    if (!by) throw new Error("no bidder");
    const { receiptId } = await makeSealedBid({ tenderId, by, price: yuan(390_000) });
    expect(await bidsOf(tenderId, 2)).toEqual([]);
    expect(await db.select().from(receipts).where(eq(receipts.id, receiptId))).toEqual([]);
    const submitted = and(eq(events.name, "bid.submitted"), eq(events.byUserId, by.userId));
    expect(await db.select().from(events).where(submitted)).toHaveLength(1);
    const seen = (who: typeof by) =>
      asOrganization(who, (tx) =>
        tx
          .select()
          .from(bids)
          .where(and(eq(bids.tenderId, tenderId), eq(bids.round, 2))),
      );
    expect(await seen(by)).toHaveLength(1);
    const [, other] = bidders;
    expect(other && (await seen(other))).toEqual([]);
    await closeNow(tenderId);
    expect(await bidsOf(tenderId, 2)).toHaveLength(1);
    expect(await db.select().from(events).where(submitted)).toHaveLength(2);
  });

  test("leave the first round's receipts public, without names", async () => {
    const { tenderId, bidders } = await makeFinalRound();
    const [by] = bidders;
    if (!by) throw new Error("no bidder");
    await makeSealedBid({ tenderId, by });
    await expectSound(tenderId);
    const published = await findPublishedReceipts(tenderId);
    expect(published?.receipts.map(({ round }) => round)).toEqual([1, 1, 1]);
    expect(published?.receipts.every((receipt) => !("organization" in receipt))).toBe(true);
  });

  test("are taken from those alone who were in the talks, one each", async () => {
    const { tenderId, bidders } = await makeFinalRound();
    const stranger = await makeManager();
    const sealing = makeSealedBid({ tenderId, by: stranger });
    await expect(sealing).rejects.toMatchObject({ code: "bid.not_in_talks" });
    const [by] = bidders;
    if (!by) throw new Error("no bidder");
    await makeSealedBid({ tenderId, by, price: yuan(390_000) });
    await makeSealedBid({ tenderId, by, price: yuan(385_000) });
    await closeNow(tenderId);
    expect(await bidsOf(tenderId, 2)).toMatchObject([{ version: 2 }]);
  });

  test("begin with what was offered first, which its bidder alone can read", async () => {
    const { tenderId, bidders } = await makeFinalRound();
    const [by] = bidders;
    const bidding = by && (await findBidding(by, tenderId));
    expect(bidding?.first?.document?.priceFen).toBe(yuan(400_000));
    const stranger = await findBidding(await makeManager(), tenderId);
    expect(stranger).toMatchObject({ first: null, obstacle: "bid.not_in_talks" });
  });

  test("take no question any more", async () => {
    const { tenderId, bidders } = await makeFinalRound();
    const [by] = bidders;
    if (!by) throw new Error("no bidder");
    const asking = askQuestion(await actOf(by), { tenderId, text: "还能提问吗？" });
    await expect(asking).rejects.toMatchObject({ code: "question.asked_late" });
  });

  test("sealed for the first round are refused, by its deadline's version", async () => {
    const { tenderId, bidders } = await makeFinalRound();
    const [by] = bidders;
    if (!by) throw new Error("no bidder");
    const sealed = await sealFor(by, tenderId, await bidDocument({ tenderId }));
    const stale = { ...sealed, deadlineVersion: sealed.deadlineVersion - 1 };
    await expect(submitBid(await actOf(by), stale)).rejects.toMatchObject({
      code: "bid.deadline_changed",
    });
  });

  test("that came in time but had to wait past the deadline are refused: what was taken is opened", async () => {
    const { tenderId, bidders, openers, deadline } = await makeFinalRound();
    for (const by of bidders) await makeSealedBid({ tenderId, by, price: yuan(390_000) });
    const [by] = bidders;
    if (!by) throw new Error("no bidder");
    const document = await bidDocument({ tenderId, price: yuan(380_000) });
    const late = await sealFor(by, tenderId, document);
    const act = await actOf(by);
    const { outcome } = await db.transaction(async (tx) => {
      await tx.select().from(tenders).where(eq(tenders.id, tenderId)).for("update");
      const waiting = submitBid(act, late).catch((error: unknown) => error);
      await somebodyWaitsForTender();
      await moveClock(deadline);
      return { outcome: waiting };
    });
    expect(await outcome).toMatchObject({ code: "bid.too_late" });
    await openNow(tenderId, openers);
    expect((await bidsOf(tenderId, 2)).map(({ price }) => price)).toEqual(
      Array(3).fill(yuan(390_000)),
    );
  });

  test("alone are scored; who made none has left the talks", async () => {
    const { tenderId, bidders, openers, chair, panel, criteria, officer, approver, officeId } =
      await makeFinalRound({ offers: 5 });
    for (const [index, by] of bidders.slice(0, 4).entries()) {
      await makeSealedBid({ tenderId, by, price: yuan(390_000 - index * 1_000) });
    }
    const [, , , gone] = bidders;
    if (gone) await withdrawBid(await actOf(gone), tenderId);
    await closeNow(tenderId);
    await openNow(tenderId, openers);
    expect((await bidsOf(tenderId, 1)).map(({ state }) => state)).toEqual([
      ...Array(3).fill("negotiated"),
      ...Array(2).fill("disqualified"),
    ]);
    const finals = await bidsOf(tenderId, 2);
    const standing = finals.filter(({ state }) => state === "opened");
    for (const member of panel) {
      const scores = scoresOf({ bids: standing, criteria });
      await saveScores(await actOf(member), { tenderId, scores });
      await handInScores(await actOf(member), tenderId);
    }
    expect(await signReport(await actOf(chair), tenderId)).toBe("ranked");
    const { scoreSheet } = await tenderOf(tenderId);
    expect(scoreSheet?.bids.map(({ bidId }) => bidId).toSorted()).toEqual(
      standing.map(({ id }) => id).toSorted(),
    );

    const [winner] = standing;
    if (!winner) throw new Error("no winner");
    await recommendBid(await actOf(officer), { tenderId, bidId: winner.id, reason: "得分最高。" });
    await publiciseTender(await actOf(approver), tenderId);
    const shown = await findPublishedSheet(tenderId);
    expect(shown?.disqualified).toMatchObject([{ priceFen: null }, { priceFen: null }]);
    expect(await findPublishedTalks(tenderId)).toBeUndefined();
    await moveClock(addTo(await soon(), days(7)));
    await awardWhenStandstillOver(await actOf(system), { officeId, tenderId });
    const published = await findPublishedTalks(tenderId);
    expect(published?.bidders).toHaveLength(5);
    expect(published?.bidders[0]).toMatchObject({
      firstPrice: yuan(400_000),
      finalPrice: yuan(390_000),
    });
    expect(JSON.stringify(published)).not.toMatch(/排班软件|理事长/);
    await expectSound(tenderId);
  });
});
