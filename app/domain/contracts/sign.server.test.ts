import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { cancelTender } from "#app/domain/tenders/cancel.server.ts";
import type { Id } from "#app/values/id.ts";
import { fen, yuan } from "#app/values/money.ts";
import { addDays, addTo, days, minutes } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import {
  contracts,
  events,
  fundBalances,
  milestones,
  projectBalances,
  tenders,
} from "#db/schema/index.ts";
import { actOf, makeManager, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeAwardedTender } from "#db/seed/factories/awards.ts";
import { codeOf } from "#db/seed/factories/second-factors.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { divideContract } from "./divide.server.ts";
import { signContract } from "./sign.server.ts";

async function makeDrawnUp() {
  const awarded = await makeAwardedTender();
  const { approver, winner, contract } = awarded;
  const sign = async (by: typeof approver | typeof winner.manager) =>
    signContract(await actOf(by), { contractId: contract.id, code: await codeOf(by) });
  return { ...awarded, manager: winner.manager, sign };
}

const findContract = async (id: Id<"contract">) =>
  (await db.select().from(contracts).where(eq(contracts.id, id)))[0];

async function projectMoney(projectId: Id<"project">) {
  const rows = await db
    .select()
    .from(projectBalances)
    .where(eq(projectBalances.projectId, projectId));
  return Object.fromEntries(rows.map(({ account, amount }) => [account, amount]));
}

describe("a contract", () => {
  test("waits for the other side after one signature, whichever comes first", async () => {
    for (const side of ["office", "organization"] as const) {
      const { sign, approver, manager, contract, project } = await makeDrawnUp();
      expect(await sign(side === "office" ? approver : manager)).toEqual({ active: false });
      expect(await findContract(contract.id)).toMatchObject({ status: "pending" });
      expect(await projectMoney(project.id)).toMatchObject({ reserved: project.ceiling });
      expect(await sign(side === "office" ? manager : approver)).toEqual({ active: true });
    }
  });

  test("is in force when both have signed: value committed, saving back in the fund", async () => {
    const { sign, approver, manager, contract, project, tender } = await makeDrawnUp();
    await sign(approver);
    await sign(manager);
    expect(await findContract(contract.id)).toMatchObject({
      status: "active",
      officeSignedBy: approver.userId,
      organizationSignedBy: manager.userId,
    });
    expect(await projectMoney(project.id)).toMatchObject({ reserved: 0, committed: yuan(480_000) });
    const fundId = project.fundId;
    if (!fundId) throw new Error("a fund");
    const held = await db.select().from(fundBalances).where(eq(fundBalances.fundId, fundId));
    const available = held.find(({ account }) => account === "available")?.amount;
    expect(available).toBe(yuan(2 * 508_000 - 480_000));
    const [over] = await db.select().from(tenders).where(eq(tenders.id, tender.id));
    expect(over?.status).toBe("contracted");
  });

  test("is signed once by each side", async () => {
    const { sign, approver, manager } = await makeDrawnUp();
    await sign(approver);
    await expect(sign(approver)).rejects.toMatchObject({ code: "contract.signed_already" });
    await sign(manager);
    await expect(sign(manager)).rejects.toMatchObject({ code: "lifecycle.not_now" });
  });

  test("comes into force once when both sign at once", async () => {
    const { sign, approver, manager, contract, officeId, project } = await makeDrawnUp();
    const { done, refused } = await atOnce(4, (index) => sign(index % 2 ? approver : manager));
    expect(done.filter(({ active }) => active)).toHaveLength(1);
    expect(done).toHaveLength(2);
    expect(refused).toHaveLength(2);
    const recorded = await db.select().from(events).where(eq(events.officeId, officeId));
    expect(recorded.filter(({ name }) => name === "contract.activated")).toHaveLength(1);
    expect(await findContract(contract.id)).toMatchObject({ status: "active" });
    expect(await projectMoney(project.id)).toMatchObject({ committed: yuan(480_000) });
  });

  test("is signed within thirty days of the award, by the tender's own rules, and not after", async () => {
    const { sign, approver, manager, tender } = await makeDrawnUp();
    const { at } = await actOf(approver);
    const awarded = async (daysAgo: number, more = 0) => {
      const awardedAt = addTo(at, -days(daysAgo) + more);
      await db.update(tenders).set({ awardedAt }).where(eq(tenders.id, tender.id));
    };
    await awarded(30, minutes(5));
    await sign(approver);
    await awarded(30);
    await expect(sign(manager)).rejects.toMatchObject({ code: "contract.signing_over" });
  });

  test("is nobody else's to sign", async () => {
    const { sign, bids } = await makeDrawnUp();
    const loser = bids[1]?.manager;
    if (!loser) throw new Error("a loser");
    for (const stranger of [loser, await makeManager(), await makeOfficeActor("approver")]) {
      await expect(sign(stranger)).rejects.toMatchObject({ code: "not_found" });
    }
  });

  test("never comes into force above the ceiling", async () => {
    const { sign, approver, manager, contract } = await makeDrawnUp();
    const value = yuan(508_001);
    await db.transaction(async (tx) => {
      await tx.update(contracts).set({ value }).where(eq(contracts.id, contract.id));
      const [first] = await tx
        .select()
        .from(milestones)
        .where(eq(milestones.contractId, contract.id));
      if (!first) throw new Error("a milestone");
      const cap = fen(first.cap + value - contract.value);
      await tx.update(milestones).set({ cap }).where(eq(milestones.id, first.id));
    });
    await sign(approver);
    await expect(sign(manager)).rejects.toMatchObject({ code: "contract.over_ceiling" });
    expect(await findContract(contract.id)).toMatchObject({ organizationSignedAt: null });
  });

  test("is not signed any more once its tender was cancelled", async () => {
    const { sign, approver, manager, tender, contract } = await makeDrawnUp();
    await sign(manager);
    const cancellation = { tenderId: tender.id, code: "other" as const, reason: "资金计划调整。" };
    await cancelTender(await actOf(approver), cancellation);
    expect(await findContract(contract.id)).toMatchObject({ status: "terminated" });
    await expect(sign(approver)).rejects.toMatchObject({ code: "lifecycle.not_now" });
  });
});

describe("the officer divides the value", () => {
  async function makeDivision() {
    const drawnUp = await makeDrawnUp();
    const { contract, officer } = drawnUp;
    const divide = async (caps: number[], by = officer) =>
      divideContract(await actOf(by), {
        contractId: contract.id,
        terms: caps.map((cap, index) => ({
          name: `第${index + 1}次付款`,
          dueOn: addDays(contract.startsOn, 60 * (index + 1)),
          cap: yuan(cap),
        })),
      });
    return { ...drawnUp, divide };
  }

  test("into up to four milestones that sum to it", async () => {
    const { contract, divide } = await makeDivision();
    await divide([100_000, 100_000, 80_000, 200_000]);
    const parts = await db.select().from(milestones).where(eq(milestones.contractId, contract.id));
    expect(parts.map(({ position, cap }) => [position, cap])).toEqual([
      [1, yuan(100_000)],
      [2, yuan(100_000)],
      [3, yuan(80_000)],
      [4, yuan(200_000)],
    ]);
  });

  test("not into another sum, nor into five, nor after a signature, nor for another office", async () => {
    const { divide, sign, manager } = await makeDivision();
    const five = [100_000, 100_000, 80_000, 100_000, 100_000];
    await expect(divide([480_000, 1])).rejects.toMatchObject({ code: "milestones.sum" });
    await expect(divide(five)).rejects.toMatchObject({ code: "milestones.count" });
    const stranger = await makeOfficeActor("officer");
    await expect(divide([480_000], stranger)).rejects.toMatchObject({ code: "not_found" });
    await sign(manager);
    await expect(divide([480_000])).rejects.toMatchObject({ code: "milestones.signed" });
  });
});
