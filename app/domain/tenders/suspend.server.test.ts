import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { submitBid } from "#app/domain/bids/submit.server.ts";
import { withdrawBid } from "#app/domain/bids/withdraw.server.ts";
import { moveClock } from "#app/domain/clock.server.ts";
import { signContract } from "#app/domain/contracts/sign.server.ts";
import type { Id } from "#app/values/id.ts";
import { addTo, days, hours, minutes } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { bids, events, tenderSuspensions, tenders } from "#db/schema/index.ts";
import { actOf, makeManager, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import {
  makeAwardedTender,
  makePublicisedTender,
  makeRankedTender,
  makeScoredEvaluation,
  system,
} from "#db/seed/factories/awards.ts";
import { makeSealedBid, sealFor } from "#db/seed/factories/bids.ts";
import { codeOf } from "#db/seed/factories/second-factors.ts";
import { makeOpenTender, openerPassphrase } from "#db/seed/factories/tenders.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { askQuestion } from "./ask.server.ts";
import { awardWhenStandstillOver, listTendersToAward } from "./award.server.ts";
import { cancelTender } from "./cancel.server.ts";
import { closeWhenDeadlinePassed, listTendersToClose } from "./close.server.ts";
import { failForTooFewBids } from "./fail.server.ts";
import { findNotice } from "./notice-queries.server.ts";
import { passOverWinner } from "./pass-over.server.ts";
import { publiciseTender } from "./publicise.server.ts";
import { recommendBid } from "./recommend.server.ts";
import { resumeTender } from "./resume.server.ts";
import { saveScores } from "./score.server.ts";
import { signReport } from "./sign-report.server.ts";
import { suspendTender } from "./suspend.server.ts";
import { takeOpeningTurn } from "./take-opening-turn.server.ts";

const reason = "有质疑可能影响结果，核查期间暂停。";
const stopped = { code: "tender.suspended" };

const find = async (id: Id<"tender">) =>
  one(await db.select().from(tenders).where(eq(tenders.id, id)));

type Stoppable = { tender: { id: Id<"tender"> }; approver: Parameters<typeof actOf>[0] };

const order = ({ tender }: Pick<Stoppable, "tender">) => ({ tenderId: tender.id, reason });

type Made = Awaited<ReturnType<typeof makePublicisedTender | typeof makeOpenTender>>;

const suspend = async (made: Pick<Made, "tender" | "approver">) =>
  suspendTender(await actOf(made.approver), order(made));
const resume = async (made: Pick<Made, "tender" | "approver">) =>
  resumeTender(await actOf(made.approver), order(made));

describe("an open tender that is suspended", () => {
  test("does not close at its deadline, which moves by the time that it stood still", async () => {
    const made = await makeOpenTender();
    const { tender, officeId } = made;
    const due = { officeId, tenderId: tender.id };
    await suspend(made);
    const { suspendedAt, deadline } = await find(tender.id);
    if (!suspendedAt || !deadline) throw new Error("it is suspended");
    await moveClock(addTo(deadline, days(3)));
    expect(await listTendersToClose()).not.toContainEqual(due);
    expect(await closeWhenDeadlinePassed(await actOf(system), due)).toBe(false);
    expect((await findNotice(tender.id))?.status).toBe("open");

    await resume(made);
    const after = await find(tender.id);
    const { until } = one(
      await db.select().from(tenderSuspensions).where(eq(tenderSuspensions.tenderId, tender.id)),
    );
    const stood = (until?.getTime() ?? 0) - suspendedAt.getTime();
    expect(stood).toBeGreaterThan(days(12));
    expect(after).toMatchObject({ suspendedAt: null, status: "open" });
    expect(after.deadline?.getTime()).toBe(deadline.getTime() + stood);
    expect((await findNotice(tender.id))?.status).toBe("open");
  });

  test("shows nobody a bid while its deadline has passed by the clock alone", async () => {
    const made = await makeOpenTender();
    const { tender } = made;
    await makeSealedBid({ tenderId: tender.id, by: await makeManager() });
    await suspend(made);
    const { deadline } = await find(tender.id);
    if (deadline) await moveClock(addTo(deadline, hours(1)));
    const seen = () => db.$count(bids, eq(bids.tenderId, tender.id));
    const told = async () =>
      (await db.select().from(events).where(eq(events.name, "bid.submitted"))).filter(
        ({ detail }) => detail.tenderId === tender.id,
      ).length;
    expect(await seen()).toBe(0);
    expect(await told()).toBe(0);
    await resume(made);
    expect(await seen()).toBe(0);
    const moved = (await find(tender.id)).deadline;
    if (moved) await moveClock(moved);
    expect(await seen()).toBe(1);
    expect(await told()).toBe(1);
  });

  test("takes no bid, no withdrawal and no question until it goes on, and then the same bids", async () => {
    const made = await makeOpenTender();
    const { tender } = made;
    const by = await makeManager();
    await makeSealedBid({ tenderId: tender.id, by });
    const second = await sealFor(by, tender.id, { price: 1 });
    await suspend(made);
    await expect(submitBid(await actOf(by), second)).rejects.toMatchObject(stopped);
    await expect(withdrawBid(await actOf(by), tender.id)).rejects.toMatchObject(stopped);
    const question = { tenderId: tender.id, text: "何时恢复？" };
    await expect(askQuestion(await actOf(by), question)).rejects.toMatchObject(stopped);
    await resume(made);
    // sealed for the deadline's version before the suspension, and still valid for it
    await expect(submitBid(await actOf(by), second)).resolves.toBeTruthy();
    expect(await find(tender.id)).toMatchObject({ deadlineVersion: tender.deadlineVersion });
  });

  test("is cancelled without going on first, and then stands still no more", async () => {
    const made = await makeOpenTender();
    await suspend(made);
    const cancellation = { tenderId: made.tender.id, code: "mistake", reason } as const;
    await cancelTender(await actOf(made.approver), cancellation);
    expect(await find(made.tender.id)).toMatchObject({ status: "cancelled", suspendedAt: null });
    const rows = await db
      .select()
      .from(tenderSuspensions)
      .where(eq(tenderSuspensions.tenderId, made.tender.id));
    expect(one(rows).until).toBeInstanceOf(Date);
  });
});

describe("while a tender is suspended", () => {
  test("nobody opens its bids, and it does not fail", async () => {
    const made = await makeOpenTender();
    const { tender, openers, officer } = made;
    for (const by of [await makeManager(), await makeManager(), await makeManager()]) {
      await makeSealedBid({ tenderId: tender.id, by });
    }
    if (tender.deadline) await moveClock(addTo(tender.deadline, minutes(1)));
    await suspend(made);
    const turn = { tenderId: tender.id, passphrase: openerPassphrase };
    await expect(takeOpeningTurn(await actOf(openers.a), turn)).rejects.toMatchObject(stopped);
    await expect(failForTooFewBids(await actOf(officer), order(made))).rejects.toMatchObject(
      stopped,
    );
    await resume(made);
    await expect(takeOpeningTurn(await actOf(openers.a), turn)).resolves.toBe("waiting");
  });

  test("nobody scores, signs the report, recommends or publicises", async () => {
    const scored = await makeScoredEvaluation();
    await suspend(scored);
    const given = { tenderId: scored.tender.id, scores: [] };
    await expect(saveScores(await actOf(scored.chair), given)).rejects.toMatchObject(stopped);
    await expect(signReport(await actOf(scored.chair), scored.tender.id)).rejects.toMatchObject(
      stopped,
    );
    const ranked = await makeRankedTender();
    const tenderId = ranked.tender.id;
    const recommendation = { tenderId, bidId: ranked.winner.id, reason: "" };
    const recommend = async () => recommendBid(await actOf(ranked.officer), recommendation);
    await suspend(ranked);
    await expect(recommend()).rejects.toMatchObject(stopped);
    await resume(ranked);
    await recommend();
    await suspend(ranked);
    await expect(publiciseTender(await actOf(ranked.approver), tenderId)).rejects.toMatchObject(
      stopped,
    );
  });

  test("it is not awarded, and the standstill goes on for as long as it had left", async () => {
    const made = await makePublicisedTender();
    const { tender, officeId } = made;
    const due = { officeId, tenderId: tender.id };
    await suspend(made);
    const { standstillEndsAt: before } = await find(tender.id);
    if (!before) throw new Error("it is in standstill");
    await moveClock(addTo(before, days(2)));
    expect(await listTendersToAward()).not.toContainEqual(due);
    expect(await awardWhenStandstillOver(await actOf(system), due)).toBe(false);
    await resume(made);
    const { standstillEndsAt: after } = await find(tender.id);
    expect(after?.getTime()).toBeGreaterThan(before.getTime() + days(2));
    expect(await awardWhenStandstillOver(await actOf(system), due)).toBe(false);
    if (after) await moveClock(after);
    expect(await awardWhenStandstillOver(await actOf(system), due)).toBe(true);
  });

  test("its contract is not signed, and the days for signing are not used up", async () => {
    const made = await makeAwardedTender();
    const { contract, winner, officer, tender } = made;
    const sign = async () => {
      const code = await codeOf(winner.manager);
      return signContract(await actOf(winner.manager), { contractId: contract.id, code });
    };
    await suspend(made);
    await expect(sign()).rejects.toMatchObject(stopped);
    const over = { tenderId: tender.id, code: "not_signed", reason } as const;
    await expect(passOverWinner(await actOf(officer), over)).rejects.toMatchObject(stopped);
    const { at } = await actOf(officer);
    await moveClock(addTo(at, days(40)));
    await resume(made);
    await expect(sign()).resolves.toEqual({ active: false });
  });
});

describe("a tender is suspended", () => {
  test("by an approver or the supervisor, once, with the reason on record", async () => {
    const made = await makePublicisedTender();
    const { done, refused } = await atOnce(2, () => suspend(made));
    expect(done).toHaveLength(1);
    expect(refused).toMatchObject([{ code: "suspension.already" }]);
    const rows = await db
      .select()
      .from(tenderSuspensions)
      .where(eq(tenderSuspensions.tenderId, made.tender.id));
    expect(one(rows)).toMatchObject({ reason, byRole: "approver", until: null });
    await resume(made);
    await expect(resume(made)).rejects.toMatchObject({ code: "suspension.none" });
  });

  test("and goes on only on the supervisor's word when it was hers", async () => {
    const made = await makePublicisedTender();
    const supervisor = await makeOfficeActor("supervisor", made.officeId);
    await suspendTender(await actOf(supervisor), order(made));
    await expect(resume(made)).rejects.toMatchObject({ code: "suspension.by_supervisor" });
    await resumeTender(await actOf(supervisor), order(made));
    expect((await find(made.tender.id)).suspendedAt).toBeNull();
  });

  test("not before it is published, not when it is over, not by another office", async () => {
    const made = await makePublicisedTender();
    const stranger = await makeOfficeActor("supervisor");
    await expect(suspendTender(await actOf(stranger), order(made))).rejects.toMatchObject({
      code: "not_found",
    });
    const cancellation = { tenderId: made.tender.id, code: "other", reason } as const;
    await cancelTender(await actOf(made.approver), cancellation);
    await expect(suspend(made)).rejects.toMatchObject({ code: "suspension.not_under_way" });
  });
});
