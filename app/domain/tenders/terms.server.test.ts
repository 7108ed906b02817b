import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { fileChallenge } from "#app/domain/challenges/file.server.ts";
import { findOrganizationHome } from "#app/domain/organizations/duties.server.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { bids, contracts, events, tenders, termAnswers } from "#db/schema/index.ts";
import { actOf, makeManager, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeAwardToAnswer } from "#db/seed/factories/awards.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { acceptTerms } from "./accept-terms.server.ts";
import { declineTerms } from "./decline-terms.server.ts";
import { findTenderLife } from "./life.server.ts";
import { findEnded } from "./next-rank-queries.server.ts";
import { findTerms } from "./terms-queries.server.ts";

type Made = Awaited<ReturnType<typeof makeAwardToAnswer>>;

const reason = "人手不够，按时开不了工。";
const contractsOf = ({ tenderId }: Made) =>
  db.select().from(contracts).where(eq(contracts.tenderId, tenderId));
const tenderOf = async ({ tenderId }: Made) =>
  one(await db.select().from(tenders).where(eq(tenders.id, tenderId)));

async function dutyOf({ approver, tenderId }: Made) {
  const reader = { userId: approver.userId, roles: ["approver"] as const };
  const life = await findTenderLife(approver, tenderId, reader);
  return life && Object.values(life.step)[0];
}

async function waitingFor({ winner, tenderId }: Made) {
  const home = await findOrganizationHome(await actOf(winner.manager));
  return home.termsToAnswer.some(({ id }) => id === tenderId);
}

describe("an award where both sides choose", () => {
  test("leads to the contract with the second yes, whoever says it first", async () => {
    for (const first of ["organization", "office"] as const) {
      const made = await makeAwardToAnswer();
      const { tenderId, approver, winner } = made;
      expect(await contractsOf(made)).toEqual([]);
      const act = { office: await actOf(approver), organization: await actOf(winner.manager) };
      expect(await acceptTerms(act[first], tenderId)).toEqual({ drawnUp: false });
      expect(await contractsOf(made)).toEqual([]);
      const second = first === "office" ? "organization" : "office";
      expect(await acceptTerms(act[second], tenderId)).toEqual({ drawnUp: true });
      expect(await contractsOf(made)).toMatchObject([{ bidId: winner.id, status: "pending" }]);
    }
  });

  test("says on both homes whose turn it is, and shows each the other's answer", async () => {
    const made = await makeAwardToAnswer();
    const { tenderId, approver, winner } = made;
    expect(await dutyOf(made)).toBe("accept_terms");
    expect(await waitingFor(made)).toBe(true);
    await acceptTerms(await actOf(winner.manager), tenderId);
    expect(await waitingFor(made)).toBe(false);
    expect(await findTerms(approver, tenderId)).toMatchObject({
      open: true,
      answered: { organization: { accepted: true }, office: null },
    });
    await acceptTerms(await actOf(approver), tenderId);
    expect(await dutyOf(made)).toBe("sign_contract");
  });

  test("is answered once by each side, also when it is sent twice at once", async () => {
    const { tenderId, winner } = await makeAwardToAnswer();
    const act = await actOf(winner.manager);
    const { done, refused } = await atOnce(2, () => acceptTerms(act, tenderId));
    expect(done).toHaveLength(1);
    expect(refused).toMatchObject([{ code: "terms.answered" }]);
    const no = declineTerms(act, { tenderId, reason });
    await expect(no).rejects.toMatchObject({ code: "terms.answered" });
  });

  test("is drawn up once when both say yes at once", async () => {
    const made = await makeAwardToAnswer();
    const acts = [await actOf(made.approver), await actOf(made.winner.manager)] as const;
    let next = 0;
    const { refused } = await atOnce(2, () =>
      acceptTerms(acts[next++ % 2] ?? acts[0], made.tenderId),
    );
    expect(refused).toEqual([]);
    expect(await contractsOf(made)).toHaveLength(1);
  });

  test("is nobody else's to answer or to read", async () => {
    const { tenderId, bids: all } = await makeAwardToAnswer();
    const loser = all[1]?.manager ?? (await makeManager());
    for (const stranger of [loser, await makeManager(), await makeOfficeActor("approver")]) {
      const act = await actOf(stranger);
      await expect(acceptTerms(act, tenderId)).rejects.toMatchObject({ code: "not_found" });
      expect(await findTerms(stranger, tenderId)).toBeUndefined();
    }
  });

  test("waits while a challenge is open", async () => {
    const { tenderId, approver, bids: all } = await makeAwardToAnswer();
    const loser = all[1]?.manager ?? (await makeManager());
    const text = "表决时有一位成员没有回避，请核对。";
    await fileChallenge(await actOf(loser), { tenderId, subject: "result", text });
    await expect(acceptTerms(await actOf(approver), tenderId)).rejects.toMatchObject({
      code: "terms.challenge_open",
    });
  });
});

describe("a no", () => {
  test("of the one chosen moves the next up whom more than half voted for, and bars the first", async () => {
    const made = await makeAwardToAnswer({ votes: [3, 2, 1] });
    const { tenderId, winner, officer } = made;
    const act = await actOf(winner.manager);
    expect(await declineTerms(act, { tenderId, reason })).toBe("publicised");
    const tender = await tenderOf(made);
    expect(tender).toMatchObject({
      status: "publicised",
      recommendedBidId: made.bids[1]?.id,
      recommendedBy: officer.userId,
    });
    const [bid] = await db.select().from(bids).where(eq(bids.id, winner.id));
    expect(bid).toMatchObject({
      state: "rejected",
      disqualifiedReason: `被选中的一方没有同意：${reason}`,
    });
    expect((await findEnded(officer, tenderId))?.barred).toHaveLength(1);
  });

  test("leaves nobody where not more than half voted for another: the tender fails", async () => {
    const made = await makeAwardToAnswer({ votes: [2, 1, 0] });
    const act = await actOf(made.winner.manager);
    expect(await declineTerms(act, { tenderId: made.tenderId, reason })).toBe("failed");
    expect(await tenderOf(made)).toMatchObject({ status: "failed", endedCode: "nobody_left" });
  });

  test("of the office is an approver's with a reason, on record and published, and bars nobody", async () => {
    const made = await makeAwardToAnswer();
    const { tenderId, approver, officer, winner } = made;
    await acceptTerms(await actOf(winner.manager), tenderId);
    expect(await declineTerms(await actOf(approver), { tenderId, reason })).toBe("publicised");
    const log = await db.select().from(events).where(eq(events.byUserId, approver.userId));
    expect(log.map(({ name }) => name)).toContain("tender.terms_declined");
    expect(await tenderOf(made)).toMatchObject({ recommendedReason: `街道没有同意：${reason}` });
    expect(await findEnded(officer, tenderId)).toMatchObject({ barred: [] });
    expect(await contractsOf(made)).toEqual([]);
  });

  test("of the office is not hers who recommended the applicant", async () => {
    const made = await makeAwardToAnswer();
    const { userId, officeId } = made.officer;
    const own = { role: "approver", userId, officeId } as const;
    const no = declineTerms(await actOf(own), { tenderId: made.tenderId, reason });
    await expect(no).rejects.toMatchObject({ code: "terms.own_recommendation" });
  });
});

test("the database keeps no no without a reason, and changes no answer", async () => {
  const made = await makeAwardToAnswer();
  await acceptTerms(await actOf(made.winner.manager), made.tenderId);
  const own = eq(termAnswers.tenderId, made.tenderId);
  await expect(db.update(termAnswers).set({ reason }).where(own)).rejects.toThrow();
  await expect(db.delete(termAnswers).where(own)).rejects.toThrow();
  const [answer] = await db.select().from(termAnswers).where(own);
  const no = { ...one(answer ? [answer] : []), party: "office" as const, accepted: false };
  await expect(db.insert(termAnswers).values(no)).rejects.toThrow();
});
