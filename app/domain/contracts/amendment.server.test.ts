import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { databaseNow } from "#app/domain/clock.server.ts";
import { claimMilestone } from "#app/domain/milestones/claim.server.ts";
import type { Id } from "#app/values/id.ts";
import { fen, yuan } from "#app/values/money.ts";
import { addDays } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { contractAmendments } from "#db/schema/contract-changes.ts";
import { contractCounters, contracts, milestones, projectBalances } from "#db/schema/index.ts";
import { actOf, makeManager, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeAmendment, makeSignedAmendment, partsAfter } from "#db/seed/factories/amendments.ts";
import { makeBooking } from "#db/seed/factories/bookings.ts";
import { makeActiveContract } from "#db/seed/factories/contracts.ts";
import { makeClaimableContract } from "#db/seed/factories/delivery.ts";
import { drainFund, topUpFund } from "#db/seed/factories/fund.ts";
import { codeOf } from "#db/seed/factories/second-factors.ts";
import { makeOffer, makeProgramme } from "#db/seed/factories/services.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { agreeToAmendment } from "./agree-amendment.server.ts";
import { dropAmendment } from "./drop-amendment.server.ts";
import { signAmendment } from "./sign-amendment.server.ts";

const of = async (id: Id<"contract">) => ({
  contract: one(await db.select().from(contracts).where(eq(contracts.id, id))),
  counters: one(
    await db.select().from(contractCounters).where(eq(contractCounters.contractId, id)),
  ),
  caps: (
    await db
      .select()
      .from(milestones)
      .where(eq(milestones.contractId, id))
      .orderBy(milestones.position)
  ).map(({ cap }) => cap),
});

async function committed({ projectId }: { projectId: Id<"project"> }) {
  const rows = await db
    .select()
    .from(projectBalances)
    .where(eq(projectBalances.projectId, projectId));
  return rows.find(({ account }) => account === "committed")?.amount;
}

async function makeContract() {
  const contract = await makeActiveContract({ value: yuan(100_000) });
  await topUpFund(contract);
  return contract;
}

async function makeAgreed(contract: Awaited<ReturnType<typeof makeContract>>, change: number) {
  const { id: contractId, approver } = contract;
  const amendmentId = await makeAmendment(contract, { valueChange: yuan(change) });
  const code = await codeOf(approver);
  await agreeToAmendment(await actOf(approver), { contractId, amendmentId, code });
  return amendmentId;
}

describe("an amendment", () => {
  test("that three people signed changes value, quantity, period, payments and fund at once", async () => {
    const contract = await makeContract();
    const newEndsOn = addDays(contract.endsOn, 30);
    const after = await makeSignedAmendment(contract, {
      code: "more_service",
      valueChange: yuan(8_000),
      quantityChange: 20,
      newEndsOn,
    });
    expect(after).toMatchObject({
      value: yuan(108_000),
      quantity: contract.quantity + 20,
      endsOn: newEndsOn,
    });
    const { counters, caps } = await of(contract.id);
    expect(counters.fundLimit).toBe(yuan(108_000));
    expect(caps).toEqual([yuan(50_000), yuan(58_000)]);
    expect(await committed(contract)).toBe(yuan(108_000));
    const [row] = await db
      .select()
      .from(contractAmendments)
      .where(eq(contractAmendments.contractId, contract.id));
    expect(row).toMatchObject({ number: 1, state: "in_force", newValue: yuan(108_000) });
    expect(row?.documentNumber).toMatch(/^南湖街办合变〔\d{4}〕\d+号$/);
  });

  test("that lowers the value gives the rest back to the fund, and may leave one payment", async () => {
    const contract = await makeContract();
    const parts = [{ name: "期末", dueOn: contract.endsOn, cap: yuan(60_000) }];
    await makeSignedAmendment(contract, {
      code: "less_service",
      valueChange: yuan(-40_000),
      parts,
    });
    expect(await of(contract.id)).toMatchObject({
      contract: { value: yuan(60_000) },
      counters: { fundLimit: yuan(60_000) },
      caps: [yuan(60_000)],
    });
    expect(await committed(contract)).toBe(yuan(60_000));
  });

  test("may raise by exactly a tenth of what was first signed, and not by a fen more", async () => {
    const contract = await makeContract();
    const over = { code: "amendment.over_limit" };
    await expect(makeAmendment(contract, { valueChange: yuan(10_000.01) })).rejects.toMatchObject(
      over,
    );
    await makeSignedAmendment(contract, { valueChange: yuan(10_000) });
    await expect(makeAmendment(contract, { valueChange: fen(1) })).rejects.toMatchObject(over);
  });

  test("gets no room from an earlier reduction, nor a wider one from an earlier increase", async () => {
    const contract = await makeContract();
    await makeSignedAmendment(contract, { valueChange: yuan(6_000) });
    await makeSignedAmendment(contract, { valueChange: yuan(-20_000) });
    await expect(makeAmendment(contract, { valueChange: yuan(4_000.01) })).rejects.toMatchObject({
      code: "amendment.over_limit",
    });
    const after = await makeSignedAmendment(contract, { valueChange: yuan(4_000) });
    expect(after.value).toBe(yuan(90_000));
  });

  test("is refused, and leaves everything as it was, where the fund has not enough for it", async () => {
    const contract = await makeActiveContract({ value: yuan(100_000) });
    await drainFund(contract);
    const amendmentId = await makeAgreed(contract, 10_000);
    const code = await codeOf(contract.manager);
    const act = await actOf(contract.manager);
    const signature = { contractId: contract.id, amendmentId, code };
    await expect(signAmendment(act, signature)).rejects.toMatchObject({ code: "fund.not_enough" });
    expect(await of(contract.id)).toMatchObject({
      contract: { value: yuan(100_000) },
      counters: { fundLimit: yuan(100_000) },
    });
    await topUpFund(contract);
    await signAmendment(act, signature);
  });

  test("never goes below what residents have booked", async () => {
    const contract = await makeContract();
    const { id: programmeId } = await makeProgramme({ officeId: contract.officeId });
    const offer = await makeOffer({ contractId: contract.id, programmeId });
    await makeBooking({ offerId: offer.id });
    const { counters } = await of(contract.id);
    const most = counters.fundReserved - contract.value;
    const parts = [{ name: "期末", dueOn: contract.endsOn, cap: counters.fundReserved }];
    const below = [{ ...parts[0], cap: fen(counters.fundReserved - 1) }] as typeof parts;
    await expect(
      makeAmendment(contract, { valueChange: fen(most - 1), parts: below }),
    ).rejects.toMatchObject({ code: "amendment.below_booked" });
    await makeSignedAmendment(contract, { valueChange: fen(most), parts });
  });

  test("leaves what was claimed, and is refused when one more was claimed since", async () => {
    const { contract, milestone } = await makeClaimableContract({ value: yuan(100_000) });
    await topUpFund(contract);
    const amendmentId = await makeAgreed(contract, 5_000);
    await claimMilestone(await actOf(contract.manager), { milestoneId: milestone.id });
    const signature = {
      contractId: contract.id,
      amendmentId,
      code: await codeOf(contract.manager),
    };
    await expect(signAmendment(await actOf(contract.manager), signature)).rejects.toMatchObject({
      code: "amendment.claimed_meanwhile",
    });
    await dropAmendment(await actOf(contract.manager), signature);
    await makeSignedAmendment(contract, { valueChange: yuan(5_000) });
    const { caps } = await of(contract.id);
    expect(caps).toEqual([yuan(50_000), yuan(55_000)]);
  });

  test("keeps its payments summing to the value, and buys something", async () => {
    const contract = await makeContract();
    const unsummed = { valueChange: yuan(1_000), parts: await partsAfter(contract.id, 0) };
    await expect(makeAmendment(contract, unsummed)).rejects.toMatchObject({
      code: "milestones.sum",
    });
    await expect(makeAmendment(contract, { quantityChange: -100_000 })).rejects.toMatchObject({
      code: "amendment.no_quantity",
    });
  });

  test("cannot end before the contract starts", async () => {
    const contract = await makeContract();
    const newEndsOn = addDays(contract.startsOn, -1);
    await expect(makeAmendment(contract, { newEndsOn })).rejects.toMatchObject({
      code: "amendment.ends_before_start",
    });
  });

  test("is agreed by another person than proposed it, each for her own side", async () => {
    const contract = await makeContract();
    const { id: contractId, manager } = contract;
    const amendmentId = await makeAmendment(contract);
    const [row] = await db
      .select()
      .from(contractAmendments)
      .where(eq(contractAmendments.id, amendmentId));
    if (!row) throw new Error("an amendment");
    const agree = async (by: Awaited<ReturnType<typeof makeOfficeActor<"approver">>>) =>
      agreeToAmendment(await actOf(by), { contractId, amendmentId, code: await codeOf(by) });
    const own = { role: "approver", userId: row.proposedBy, officeId: contract.officeId } as const;
    await expect(agree(own)).rejects.toMatchObject({ code: "amendment.own_proposal" });
    const stranger = await makeOfficeActor("approver");
    await expect(agree(stranger)).rejects.toMatchObject({ code: "not_found" });
    const sign = async (by: typeof manager) =>
      signAmendment(await actOf(by), { contractId, amendmentId, code: await codeOf(by) });
    await expect(sign(manager)).rejects.toMatchObject({ code: "lifecycle.not_now" });
    await agree(contract.approver);
    await expect(sign(await makeManager())).rejects.toMatchObject({ code: "not_found" });
    await sign(manager);
    await expect(sign(manager)).rejects.toMatchObject({ code: "lifecycle.not_now" });
    await expect(
      db
        .update(contractAmendments)
        .set({ text: "改了" })
        .where(eq(contractAmendments.id, amendmentId)),
    ).rejects.toThrow();
  });
});

describe("at once", () => {
  test("two proposals for the last of the tenth: one is taken, and the other told to wait", async () => {
    const contract = await makeContract();
    const wish = { valueChange: yuan(10_000), parts: await partsAfter(contract.id, yuan(10_000)) };
    const { done, refused } = await atOnce(3, () => makeAmendment(contract, wish));
    expect(done).toHaveLength(1);
    for (const problem of refused)
      expect(problem).toMatchObject({ code: "amendment.another_open" });
  });

  test("signed twice, it is in force once", async () => {
    const contract = await makeContract();
    const amendmentId = await makeAgreed(contract, 10_000);
    const other = { ...contract.manager, userId: (await makeManager()).userId };
    const signers = [contract.manager, other];
    const codes = await Promise.all(signers.map(codeOf));
    const act = { at: await databaseNow() };
    const { done, refused } = await atOnce(2, (index) =>
      signAmendment(
        { by: signers[index] ?? contract.manager, ...act },
        { contractId: contract.id, amendmentId, code: codes[index] ?? "" },
      ),
    );
    expect([done.length, refused.length]).toEqual([1, 1]);
    expect((await of(contract.id)).contract.value).toBe(yuan(110_000));
    expect(await committed(contract)).toBe(yuan(110_000));
  });

  test("a booking and a reduction to nothing else: never both", async () => {
    const contract = await makeContract();
    const { id: programmeId } = await makeProgramme({ officeId: contract.officeId });
    const offer = await makeOffer({ contractId: contract.id, programmeId });
    await makeBooking({ offerId: offer.id });
    const { counters } = await of(contract.id);
    const most = fen(counters.fundReserved - contract.value);
    const parts = [{ name: "期末", dueOn: contract.endsOn, cap: counters.fundReserved }];
    await atOnce(2, async (index) => {
      if (index === 0) await makeSignedAmendment(contract, { valueChange: most, parts });
      else await makeBooking({ offerId: offer.id });
    });
    const after = await of(contract.id);
    expect(after.counters.fundReserved).toBeLessThanOrEqual(after.contract.value);
    expect(after.counters.fundLimit).toBe(after.contract.value);
  });
});
