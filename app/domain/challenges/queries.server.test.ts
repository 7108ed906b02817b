import { describe, expect, test } from "vitest";
import type { OfficeRole } from "#app/domain/accounts/role.ts";
import { moveClock } from "#app/domain/clock.server.ts";
import { suspendTender } from "#app/domain/tenders/suspend.server.ts";
import { actOf, makeManager, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makePublicisedTender } from "#db/seed/factories/awards.ts";
import {
  makeAnsweredChallenge,
  makeChallenge,
  makeDecidedChallenge,
} from "#db/seed/factories/challenges.ts";
import { makeOpenTender } from "#db/seed/factories/tenders.ts";
import { escalateChallenge } from "./escalate.server.ts";
import { fileChallenge } from "./file.server.ts";
import { findChallenge, listChallenges, listChallengesFor } from "./office-queries.server.ts";
import { findOwnChallenge, findOwnChallenges } from "./own-queries.server.ts";
import { findChallenged, findSupersededSheet } from "./public-queries.server.ts";
import { ruleOnChallenge } from "./rule.server.ts";

describe("everybody reads of a challenge", () => {
  test("that there is one at once, and its text and answer with the decision", async () => {
    const answered = await makeAnsweredChallenge();
    const [early] = (await findChallenged(answered.tender.id)).challenges;
    expect(early).toMatchObject({ state: "answered", text: null, answer: null });
    const decided = await makeDecidedChallenge({ accepted: false });
    const [challenge] = (await findChallenged(decided.tender.id)).challenges;
    expect(challenge).toMatchObject({
      state: "rejected",
      text: "质疑人认为服务方案中的节假日上门没有得分。",
      answer: "评审小组将核对服务方案和打分。",
      decisionReason: "打分与评分办法一致。",
    });
    expect(JSON.stringify(challenge)).not.toContain("13800001234");
  });

  test("but before the deadline not who challenged, even if the clock passes a suspended one", async () => {
    const { tender, officeId, approver } = await makeOpenTender();
    const by = await makeManager();
    const text = "资格条件写得过窄，排斥小机构。";
    const filing = { tenderId: tender.id, subject: "tender_file", text } as const;
    const challengeId = await fileChallenge(await actOf(by), filing);
    const staff = await makeOfficeActor("officer", officeId);
    const named = async () => [
      (await findChallenged(tender.id)).challenges[0]?.organization ?? null,
      (await findChallenge(staff, challengeId))?.organization ?? null,
    ];
    expect(await named()).toEqual([null, null]);
    await suspendTender(await actOf(approver), { tenderId: tender.id, reason: "核查质疑。" });
    if (tender.deadline) await moveClock(tender.deadline);
    expect(await named()).toEqual([null, null]);
    expect((await findChallenged(tender.id)).suspensions).toMatchObject([
      { reason: "核查质疑。", byRole: "approver", until: null },
    ]);
  });

  test("the ranking that it set aside, with names and the reason", async () => {
    const { tender, winner } = await makeDecidedChallenge({ accepted: true });
    const [set] = (await findChallenged(tender.id)).sheets;
    if (!set) throw new Error("a sheet");
    const found = await findSupersededSheet({ tenderId: tender.id, sheetId: set.id });
    expect(found).toMatchObject({
      reason: "服务方案第三页确有此项，打分有遗漏。",
      sheet: { recommendation: { bidId: winner.id, reason: "综合得分最高。" } },
    });
    expect(found?.sheet.bids).toHaveLength(3);
    expect(found?.sheet.panel.map(({ name }) => name)).toEqual([null, null, null]);
    const { tender: other } = await makeOpenTender();
    expect(await findSupersededSheet({ tenderId: other.id, sheetId: set.id })).toBeUndefined();
  });
});

describe("the organization sees", () => {
  test("to what it may object and until when, and nothing as a stranger to the bids", async () => {
    const { tender, bids } = await makePublicisedTender();
    const by = bids[1]?.manager;
    if (!by) throw new Error("a bidder");
    const { filed, mayFile } = await findOwnChallenges(by, tender.id);
    expect(filed).toEqual([]);
    expect(mayFile.map(({ subject }) => subject)).toContain("result");
    const stranger = await findOwnChallenges(await makeManager(), tender.id);
    expect(stranger.mayFile.map(({ subject }) => subject)).not.toContain("result");
  });

  test("its own challenge alone, its answer with the decision, and when it may go on", async () => {
    const { challengeId, challenger, bids } = await makeAnsweredChallenge();
    expect(await findOwnChallenge(challenger, challengeId)).toMatchObject({
      answer: null,
      mayEscalate: false,
      mayWithdraw: true,
    });
    const other = bids[2]?.manager;
    if (!other) throw new Error("a bidder");
    expect(await findOwnChallenge(other, challengeId)).toBeUndefined();
    const rejected = await makeDecidedChallenge({ accepted: false });
    expect(await findOwnChallenge(rejected.challenger, rejected.challengeId)).toMatchObject({
      answer: "评审小组将核对服务方案和打分。",
      mayEscalate: true,
      mayWithdraw: false,
    });
  });
});

describe("at the office a challenge waits", () => {
  const waitsFor = async (
    { officeId }: { officeId: Awaited<ReturnType<typeof makeOfficeActor>>["officeId"] },
    by: { userId: Awaited<ReturnType<typeof makeOfficeActor>>["userId"] },
    ...roles: OfficeRole[]
  ) => {
    const [role] = roles;
    if (!role) throw new Error("a role");
    const staff = { role, officeId, userId: by.userId };
    return (await listChallengesFor(staff, { userId: by.userId, roles })).length;
  };

  test("for an officer, then for an approver without a part in it, then for the supervisor", async () => {
    const made = await makeChallenge();
    const { officer, reviewer, supervisor } = made;
    expect(await waitsFor(made, officer, "officer")).toBe(1);
    expect(await waitsFor(made, reviewer, "approver")).toBe(0);
    const answered = await makeAnsweredChallenge();
    expect(await waitsFor(answered, answered.reviewer, "approver")).toBe(1);
    expect(await waitsFor(answered, answered.officer, "officer", "approver")).toBe(0);
    expect(await waitsFor(made, supervisor, "supervisor")).toBe(0);

    const rejected = await makeDecidedChallenge({ accepted: false });
    const { challengeId, challenger } = rejected;
    await escalateChallenge(await actOf(challenger), { challengeId, text: "答复没有回应。" });
    expect(await waitsFor(rejected, rejected.supervisor, "supervisor")).toBe(1);
    expect(await waitsFor(rejected, rejected.reviewer, "supervisor")).toBe(0);
    const [line] = await listChallenges(rejected.officer);
    expect(line?.due).toBeInstanceOf(Date);
    const ruling = { challengeId, upheld: false, reason: "原决定依据充分。" };
    await ruleOnChallenge(await actOf(rejected.supervisor), ruling);
    expect(await waitsFor(rejected, rejected.supervisor, "supervisor")).toBe(0);
    expect((await listChallenges(rejected.officer))[0]?.due).toBeNull();
  });

  test("and for nobody once the answer is too late, nor at another office", async () => {
    const made = await makeChallenge();
    const stranger = await makeOfficeActor("officer");
    expect(await waitsFor(stranger, stranger, "officer")).toBe(0);
    const challenge = await findChallenge(made.officer, made.challengeId);
    if (challenge) await moveClock(challenge.answerDueAt);
    expect(await waitsFor(made, made.officer, "officer")).toBe(0);
    expect(await findChallenge(made.officer, made.challengeId)).toMatchObject({ overdue: true });
    expect(await findChallenge(stranger, made.challengeId)).toBeUndefined();
  });
});
