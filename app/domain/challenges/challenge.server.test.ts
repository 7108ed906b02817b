import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { withdrawBid } from "#app/domain/bids/withdraw.server.ts";
import { moveClock } from "#app/domain/clock.server.ts";
import { cancelTender } from "#app/domain/tenders/cancel.server.ts";
import { resumeTender } from "#app/domain/tenders/resume.server.ts";
import { suspendTender } from "#app/domain/tenders/suspend.server.ts";
import type { Id } from "#app/values/id.ts";
import { addTo, days, minutes } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { challenges, tenders } from "#db/schema/index.ts";
import {
  actOf,
  makeManager,
  makeOfficeActor,
  makeOrganization,
} from "#db/seed/factories/accounts.ts";
import { makePublicisedTender, makeRankedTender } from "#db/seed/factories/awards.ts";
import { makeSealedBid } from "#db/seed/factories/bids.ts";
import {
  makeAnsweredChallenge,
  makeChallenge,
  makeDecidedChallenge,
} from "#db/seed/factories/challenges.ts";
import { makeEvaluation } from "#db/seed/factories/evaluations.ts";
import { makeOpenTender } from "#db/seed/factories/tenders.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { answerChallenge } from "./answer.server.ts";
import { decideChallenge } from "./decide.server.ts";
import { escalateChallenge } from "./escalate.server.ts";
import { fileChallenge } from "./file.server.ts";
import { lapseChallenges } from "./lapse.server.ts";
import { ruleOnChallenge } from "./rule.server.ts";
import { withdrawChallenge } from "./withdraw.server.ts";

const text = "评分与采购文件写明的办法不一致，请核对。";

const find = async (id: Id<"challenge">) =>
  one(await db.select().from(challenges).where(eq(challenges.id, id)));

const refused = (code: string) => ({ code });

describe("a challenge is filed", () => {
  test("by a bidder against the result, and has to be answered in seven working days", async () => {
    const { challengeId, challenger, tender } = await makeChallenge();
    const challenge = await find(challengeId);
    expect(challenge).toMatchObject({
      tenderId: tender.id,
      organizationId: challenger.organizationId,
      subject: "result",
      state: "filed",
      publishedText: null,
    });
    const week = addTo(challenge.filedAt, days(7));
    expect(challenge.answerDueAt.getTime()).toBeGreaterThan(week.getTime());
    expect(challenge.escalateDueAt.getTime()).toBeGreaterThan(challenge.answerDueAt.getTime());
  });

  test("against the tender file by whoever could bid", async () => {
    const { tender } = await makeOpenTender();
    const by = await makeManager();
    const filing = { tenderId: tender.id, subject: "tender_file", text } as const;
    await expect(fileChallenge(await actOf(by), filing)).resolves.toBeTypeOf("string");
  });

  test("not by who is not verified, not invited, or did not bid", async () => {
    const { tender } = await makeOpenTender();
    const filing = { tenderId: tender.id, subject: "tender_file", text } as const;
    const unverified = await makeManager((await makeOrganization({ verifiedAt: null })).id);
    await expect(fileChallenge(await actOf(unverified), filing)).rejects.toMatchObject(
      refused("bid.unverified"),
    );
    const invited = await makeOrganization();
    await db
      .update(tenders)
      .set({ invitedOrganizationId: invited.id })
      .where(eq(tenders.id, tender.id));
    const stranger = await makeManager();
    await expect(fileChallenge(await actOf(stranger), filing)).rejects.toMatchObject(
      refused("bid.not_invited"),
    );
    const { tender: decided } = await makePublicisedTender();
    for (const subject of ["process", "result"] as const) {
      const about = { tenderId: decided.id, subject, text };
      await expect(fileChallenge(await actOf(stranger), about)).rejects.toMatchObject(
        refused("challenge.not_bidder"),
      );
    }
  });

  test("not by who withdrew her bid", async () => {
    const { tender } = await makeOpenTender();
    const by = await makeManager();
    await makeSealedBid({ tenderId: tender.id, by });
    await withdrawBid(await actOf(by), tender.id);
    const filing = { tenderId: tender.id, subject: "process", text } as const;
    await expect(fileChallenge(await actOf(by), filing)).rejects.toMatchObject(
      refused("challenge.not_bidder"),
    );
  });

  test("not against a result that is not published, nor a handling that has not begun", async () => {
    const { tender, bids } = await makeRankedTender();
    const by = bids[1]?.manager;
    if (!by) throw new Error("a bidder");
    const early = { tenderId: tender.id, subject: "result", text } as const;
    await expect(fileChallenge(await actOf(by), early)).rejects.toMatchObject(
      refused("challenge.too_early"),
    );
    const { tender: open } = await makeOpenTender();
    await makeSealedBid({ tenderId: open.id, by });
    const handling = { tenderId: open.id, subject: "process", text } as const;
    await expect(fileChallenge(await actOf(by), handling)).rejects.toMatchObject(
      refused("challenge.too_early"),
    );
  });

  test("not after its period, which stands still while the tender is suspended", async () => {
    const { tender, bids, approver } = await makePublicisedTender();
    const by = bids[1]?.manager;
    if (!by) throw new Error("a bidder");
    const filing = { tenderId: tender.id, subject: "result", text } as const;
    const order = { tenderId: tender.id, reason: "核查投诉反映的情况。" };
    await suspendTender(await actOf(approver), order);
    const { at } = await actOf(approver);
    await moveClock(addTo(at, days(20)));
    await resumeTender(await actOf(approver), order);
    const challengeId = await fileChallenge(await actOf(by), filing);
    await withdrawChallenge(await actOf(by), challengeId);
    await moveClock(addTo(at, days(50)));
    await expect(fileChallenge(await actOf(by), filing)).rejects.toMatchObject(
      refused("challenge.too_late"),
    );
  });

  test("not against what is over, and not a tender that was never published", async () => {
    const { tender, bids, officer, approver } = await makePublicisedTender();
    const by = bids[1]?.manager;
    if (!by) throw new Error("a bidder");
    const cancellation = { tenderId: tender.id, code: "other", reason: "需求有变。" } as const;
    await cancelTender(await actOf(approver), cancellation);
    const filing = { tenderId: tender.id, subject: "result", text } as const;
    await expect(fileChallenge(await actOf(by), filing)).rejects.toMatchObject(
      refused("challenge.over"),
    );
    const { tender: other } = await makeEvaluation({ officeId: officer.officeId });
    await db
      .update(tenders)
      .set({ publishedAt: null, status: "draft" })
      .where(eq(tenders.id, other.id));
    const unseen = { tenderId: other.id, subject: "tender_file", text } as const;
    await expect(fileChallenge(await actOf(by), unseen)).rejects.toMatchObject(
      refused("not_found"),
    );
  });

  test("once at a time on each matter, however often it is sent", async () => {
    const { tender, bids } = await makePublicisedTender();
    const by = bids[1]?.manager;
    if (!by) throw new Error("a bidder");
    const act = await actOf(by);
    const filing = { tenderId: tender.id, subject: "result", text } as const;
    const { done, refused: second } = await atOnce(3, () => fileChallenge(act, filing));
    expect(done).toHaveLength(1);
    expect(second).toMatchObject([
      refused("challenge.already_open"),
      refused("challenge.already_open"),
    ]);
    await expect(fileChallenge(act, { ...filing, subject: "process" })).resolves.toBeTruthy();
  });
});

describe("an officer answers", () => {
  const answer = "经核对，打分与评分办法一致。";
  const publishedText = "质疑人认为打分有误。";

  test("in time, and may write it again until it is decided on", async () => {
    const { challengeId, officer } = await makeChallenge();
    const act = await actOf(officer);
    await answerChallenge(act, { challengeId, publishedText, answer });
    await answerChallenge(act, { challengeId, publishedText, answer: `${answer}详见评分表。` });
    expect(await find(challengeId)).toMatchObject({
      state: "answered",
      publishedText,
      answer: `${answer}详见评分表。`,
      answeredBy: officer.userId,
    });
  });

  test("without personal data in what everybody will read", async () => {
    const { challengeId, officer } = await makeChallenge();
    const act = await actOf(officer);
    const code = refused("challenge.personal_data");
    const named = { challengeId, publishedText: "联系人电话13800001234", answer };
    await expect(answerChallenge(act, named)).rejects.toMatchObject(code);
    const mailed = { challengeId, publishedText, answer: "请写信到 li@example.cn" };
    await expect(answerChallenge(act, mailed)).rejects.toMatchObject(code);
  });

  test("not after the answer was due, and not for another office", async () => {
    const { challengeId, officer } = await makeChallenge();
    const stranger = await makeOfficeActor("officer");
    const said = { challengeId, publishedText, answer };
    await expect(answerChallenge(await actOf(stranger), said)).rejects.toMatchObject(
      refused("not_found"),
    );
    await moveClock((await find(challengeId)).answerDueAt);
    await expect(answerChallenge(await actOf(officer), said)).rejects.toMatchObject(
      refused("challenge.answer_too_late"),
    );
  });
});

describe("another person decides", () => {
  test("against it, with the reason, and the challenger may still go on", async () => {
    const { challengeId, reviewer } = await makeDecidedChallenge({ accepted: false });
    const challenge = await find(challengeId);
    expect(challenge).toMatchObject({ state: "rejected", decidedBy: reviewer.userId });
    expect(challenge.escalateDueAt.getTime()).toBeGreaterThan(
      (challenge.decidedAt?.getTime() ?? 0) + days(15),
    );
  });

  test("never on her own answer or her own work", async () => {
    const { challengeId, officer } = await makeAnsweredChallenge();
    const both = { ...officer, role: "approver" as const };
    const decision = { challengeId, accepted: false, reason: "与评分办法一致。" };
    await expect(decideChallenge(await actOf(both), decision)).rejects.toMatchObject(
      refused("challenge.own_answer"),
    );
    const another = await makeOfficeActor("officer", officer.officeId);
    await answerChallenge(await actOf(another), {
      challengeId,
      publishedText: "质疑人认为打分有误。",
      answer: "打分无误。",
    });
    await expect(decideChallenge(await actOf(both), decision)).rejects.toMatchObject(
      refused("challenge.own_work"),
    );
  });

  test("not before there is an answer, not late, not twice, not with personal data", async () => {
    const { challengeId, reviewer, officer } = await makeChallenge();
    const decision = { challengeId, accepted: false, reason: "与评分办法一致。" };
    const decide = async () => decideChallenge(await actOf(reviewer), decision);
    await expect(decide()).rejects.toMatchObject(refused("lifecycle.not_now"));
    const said = { challengeId, publishedText: "质疑人认为打分有误。", answer: "打分无误。" };
    await answerChallenge(await actOf(officer), said);
    const named = { ...decision, reason: "请拨打13800001234。" };
    await expect(decideChallenge(await actOf(reviewer), named)).rejects.toMatchObject(
      refused("challenge.personal_data"),
    );
    await moveClock((await find(challengeId)).answerDueAt);
    await expect(decide()).rejects.toMatchObject(refused("challenge.answer_too_late"));
    const decided = await makeDecidedChallenge({ accepted: false });
    const again = { ...decision, challengeId: decided.challengeId };
    await expect(decideChallenge(await actOf(decided.reviewer), again)).rejects.toMatchObject(
      refused("lifecycle.not_now"),
    );
  });
});

describe("the challenger goes on to the supervisor", () => {
  const complaint = "答复没有回应方案第三页的内容。";

  test("after a rejection, within fifteen working days", async () => {
    const { challengeId, challenger } = await makeDecidedChallenge({ accepted: false });
    await escalateChallenge(await actOf(challenger), { challengeId, text: complaint });
    const challenge = await find(challengeId);
    expect(challenge).toMatchObject({ state: "escalated", escalation: complaint });
    expect(challenge.rulingDueAt?.getTime()).toBeGreaterThan(
      (challenge.escalatedAt?.getTime() ?? 0) + days(30),
    );
    const late = await makeDecidedChallenge({ accepted: false });
    await moveClock((await find(late.challengeId)).escalateDueAt);
    const escalation = { challengeId: late.challengeId, text: complaint };
    await expect(escalateChallenge(await actOf(late.challenger), escalation)).rejects.toMatchObject(
      refused("challenge.escalated_too_late"),
    );
  });

  test("or when nobody decided in time, but not before", async () => {
    const { challengeId, challenger } = await makeAnsweredChallenge();
    const escalate = async () =>
      escalateChallenge(await actOf(challenger), { challengeId, text: complaint });
    await expect(escalate()).rejects.toMatchObject(refused("challenge.answer_awaited"));
    await moveClock((await find(challengeId)).answerDueAt);
    await escalate();
    expect((await find(challengeId)).state).toBe("escalated");
  });

  test("not while another one of hers on the matter is open, and nobody else for her", async () => {
    const { challengeId, challenger, tender, bids } = await makeDecidedChallenge({
      accepted: false,
    });
    const filing = { tenderId: tender.id, subject: "result", text } as const;
    await fileChallenge(await actOf(challenger), filing);
    const escalation = { challengeId, text: complaint };
    await expect(escalateChallenge(await actOf(challenger), escalation)).rejects.toMatchObject(
      refused("challenge.already_open"),
    );
    const other = bids[2]?.manager;
    if (!other) throw new Error("a bidder");
    await expect(escalateChallenge(await actOf(other), escalation)).rejects.toMatchObject(
      refused("not_found"),
    );
  });

  test("who decides for good, in time or late, but never on her own decision", async () => {
    const { challengeId, challenger, supervisor, reviewer } = await makeDecidedChallenge({
      accepted: false,
    });
    const ruling = { challengeId, upheld: false, reason: "原决定依据充分。" };
    const rule = async (by = supervisor) => ruleOnChallenge(await actOf(by), ruling);
    await expect(rule()).rejects.toMatchObject(refused("lifecycle.not_now"));
    await escalateChallenge(await actOf(challenger), { challengeId, text: complaint });
    const both = { ...reviewer, role: "supervisor" as const };
    await expect(rule(both)).rejects.toMatchObject(refused("challenge.own_decision"));
    await expect(rule(await makeOfficeActor("supervisor"))).rejects.toMatchObject(
      refused("not_found"),
    );
    const named = { ...ruling, reason: "证号110105194912310021。" };
    await expect(ruleOnChallenge(await actOf(supervisor), named)).rejects.toMatchObject(
      refused("challenge.personal_data"),
    );
    const { rulingDueAt } = await find(challengeId);
    if (rulingDueAt) await moveClock(addTo(rulingDueAt, minutes(1)));
    await rule();
    expect(await find(challengeId)).toMatchObject({
      state: "dismissed",
      ruledBy: supervisor.userId,
      ruling: ruling.reason,
    });
  });
});

describe("a challenge ends without a decision", () => {
  test("when the challenger withdraws it, and nobody else", async () => {
    const { challengeId, challenger, bids } = await makeChallenge();
    const other = bids[2]?.manager;
    if (!other) throw new Error("a bidder");
    await expect(withdrawChallenge(await actOf(other), challengeId)).rejects.toMatchObject(
      refused("not_found"),
    );
    await withdrawChallenge(await actOf(challenger), challengeId);
    expect((await find(challengeId)).state).toBe("withdrawn");
  });

  test("when nobody decided and the challenger did not go on in time", async () => {
    const { challengeId } = await makeChallenge();
    const { answerDueAt, escalateDueAt } = await find(challengeId);
    await moveClock(answerDueAt);
    await lapseChallenges();
    expect((await find(challengeId)).state).toBe("filed");
    await moveClock(escalateDueAt);
    await atOnce(3, () => lapseChallenges());
    expect((await find(challengeId)).state).toBe("lapsed");
  });
});
