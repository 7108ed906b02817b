import { eq } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { signContract } from "#app/domain/contracts/sign.server.ts";
import { awardWhenStandstillOver, listTendersToAward } from "#app/domain/tenders/award.server.ts";
import { cancelTender } from "#app/domain/tenders/cancel.server.ts";
import { passOverWinner } from "#app/domain/tenders/pass-over.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { contracts, tenders } from "#db/schema/index.ts";
import { actOf } from "#db/seed/factories/accounts.ts";
import { makeAwardedTender, makePublicisedTender, system } from "#db/seed/factories/awards.ts";
import { makeChallenge, makeDecidedChallenge } from "#db/seed/factories/challenges.ts";
import { codeOf } from "#db/seed/factories/second-factors.ts";
import { withOwner } from "#db/testing/owner.ts";
import { fileChallenge } from "./file.server.ts";
import { withdrawChallenge } from "./withdraw.server.ts";

const statusOf = async (id: Id<"tender">) =>
  (await db.select().from(tenders).where(eq(tenders.id, id)))[0]?.status;

const text = "评分与采购文件写明的办法不一致，请核对。";

describe("while a challenge is open", () => {
  test("the clock does not award, and does once it is settled", async () => {
    const { officeId, tender, challengeId, challenger } = await makeChallenge({ over: true });
    const due = { officeId, tenderId: tender.id };
    expect(await listTendersToAward()).not.toContainEqual(due);
    expect(await awardWhenStandstillOver(await actOf(system), due)).toBe(false);
    await withdrawChallenge(await actOf(challenger), challengeId);
    expect(await listTendersToAward()).toContainEqual(due);
    expect(await awardWhenStandstillOver(await actOf(system), due)).toBe(true);
  });

  test("an award after a rejection does not wait for the supervisor", async () => {
    const { officeId, tender } = await makeDecidedChallenge({ accepted: false, over: true });
    const due = { officeId, tenderId: tender.id };
    expect(await awardWhenStandstillOver(await actOf(system), due)).toBe(true);
  });

  test("the tender is not cancelled", async () => {
    const { tender, approver, challengeId, challenger } = await makeChallenge();
    const cancellation = { tenderId: tender.id, code: "other", reason: "需求有变。" } as const;
    const cancel = async () => cancelTender(await actOf(approver), cancellation);
    await expect(cancel()).rejects.toMatchObject({ code: "cancel.challenge_open" });
    await withdrawChallenge(await actOf(challenger), challengeId);
    await cancel();
    expect(await statusOf(tender.id)).toBe("cancelled");
  });

  test("the contract is not signed, and the next rank does not move up", async () => {
    const { tender, bids, contract, winner, officer } = await makeAwardedTender();
    const [, loser] = bids;
    if (!loser) throw new Error("a loser");
    const filing = { tenderId: tender.id, subject: "result", text } as const;
    const challengeId = await fileChallenge(await actOf(loser.manager), filing);
    const sign = async () => {
      const code = await codeOf(winner.manager);
      return signContract(await actOf(winner.manager), { contractId: contract.id, code });
    };
    await expect(sign()).rejects.toMatchObject({ code: "contract.challenge_open" });
    const over = { tenderId: tender.id, code: "declined", reason: "书面放弃成交。" } as const;
    await expect(passOverWinner(await actOf(officer), over)).rejects.toMatchObject({
      code: "pass_over.challenge_open",
    });
    await withdrawChallenge(await actOf(loser.manager), challengeId);
    await expect(sign()).resolves.toEqual({ active: false });
  });
});

describe("at the very moment of the award", () => {
  const waiting = async () => {
    const rows = await withOwner(
      (sql) => sql`select pid from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows.length;
  };

  /** Both want the tender's row, which is let go when they stand in line for it, one behind the other. */
  async function inLine<A, B>(
    tenderId: Id<"tender">,
    first: () => Promise<A>,
    second: () => Promise<B>,
  ) {
    const started = await db.transaction(async (tx) => {
      await tx.select().from(tenders).where(eq(tenders.id, tenderId)).for("update");
      const one = first();
      await vi.waitUntil(async () => (await waiting()) === 1, { timeout: 5_000, interval: 20 });
      const other = second();
      await vi.waitUntil(async () => (await waiting()) === 2, { timeout: 5_000, interval: 20 });
      return { one, other };
    });
    return [await started.one, await started.other] as const;
  }

  async function makeRivals() {
    const { officeId, tender, bids, winner } = await makePublicisedTender({ over: true });
    const by = bids[1]?.manager;
    if (!by) throw new Error("a loser");
    const challenger = await actOf(by);
    const clock = await actOf(system);
    const file = () => fileChallenge(challenger, { tenderId: tender.id, subject: "result", text });
    const award = () => awardWhenStandstillOver(clock, { officeId, tenderId: tender.id });
    return { tender, winner, file, award };
  }

  test("a challenge that comes first holds it up", async () => {
    const { tender, file, award } = await makeRivals();
    const [challengeId, awarded] = await inLine(tender.id, file, award);
    expect(challengeId).toBeTruthy();
    expect(awarded).toBe(false);
    expect(await statusOf(tender.id)).toBe("publicised");
    expect(await db.$count(contracts, eq(contracts.tenderId, tender.id))).toBe(0);
  });

  test("one that comes second stands against the contract", async () => {
    const { tender, winner, file, award } = await makeRivals();
    const [awarded, challengeId] = await inLine(tender.id, award, file);
    expect(awarded).toBe(true);
    expect(challengeId).toBeTruthy();
    const contract = one(
      await db.select().from(contracts).where(eq(contracts.tenderId, tender.id)),
    );
    const { manager } = winner;
    const signature = { contractId: contract.id, code: await codeOf(manager) };
    await expect(signContract(await actOf(manager), signature)).rejects.toMatchObject({
      code: "contract.challenge_open",
    });
  });
});
