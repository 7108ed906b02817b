import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { settleDispute } from "#app/domain/bookings/settle.server.ts";
import { acceptMilestone } from "#app/domain/milestones/accept.server.ts";
import { claimMilestone } from "#app/domain/milestones/claim.server.ts";
import { payMilestone } from "#app/domain/milestones/pay.server.ts";
import { publishOffer } from "#app/domain/services/publish-offer.server.ts";
import type { Id } from "#app/values/id.ts";
import { fen, yuan } from "#app/values/money.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import {
  bookings,
  contractCounters,
  contracts,
  offers,
  projectBalances,
} from "#db/schema/index.ts";
import { milestoneChecks } from "#db/schema/milestone-checks.ts";
import { actOf, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeAmendment } from "#db/seed/factories/amendments.ts";
import { makeBooking } from "#db/seed/factories/bookings.ts";
import { makeActiveContract } from "#db/seed/factories/contracts.ts";
import { makeClaimableContract, makeClaimedMilestone } from "#db/seed/factories/delivery.ts";
import { codeOf } from "#db/seed/factories/second-factors.ts";
import { makeOffer, makeProgramme } from "#db/seed/factories/services.ts";
import {
  agreeToEnd,
  confirmTermination,
  makeTermination,
} from "#db/seed/factories/terminations.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { closeContract } from "./close.server.ts";
import { dropTermination } from "./drop-termination.server.ts";
import { terminateContract } from "./terminate.server.ts";

const contractNow = async (id: Id<"contract">) =>
  one(await db.select().from(contracts).where(eq(contracts.id, id)));
const countersOf = async (id: Id<"contract">) =>
  one(await db.select().from(contractCounters).where(eq(contractCounters.contractId, id)));
const bookingNow = async (id: Id<"booking">) =>
  one(await db.select().from(bookings).where(eq(bookings.id, id)));

async function moneyOf({ projectId }: { projectId: Id<"project"> }) {
  const rows = await db
    .select()
    .from(projectBalances)
    .where(eq(projectBalances.projectId, projectId));
  return Object.fromEntries(rows.map(({ account, amount }) => [account, amount]));
}

async function settle({ id, officeId }: { id: Id<"contract">; officeId: Id<"office"> }) {
  await closeContract(await actOf(await makeOfficeActor("officer", officeId)), id);
}

async function payAll(milestoneId: Id<"milestone">, officeId: Id<"office">) {
  await db
    .update(milestoneChecks)
    .set({ confirmed: true, answeredAt: new Date() })
    .where(eq(milestoneChecks.milestoneId, milestoneId));
  await acceptMilestone(await actOf(await makeOfficeActor("officer", officeId)), { milestoneId });
  const finance = await makeOfficeActor("finance", officeId);
  await payMilestone(await actOf(finance), { milestoneId, reference: "国库支付2026-1" });
}

describe("a termination", () => {
  test("cancels what was to come, closes the offers and gives back what nobody can claim", async () => {
    const { contract, offer, bookings: served } = await makeClaimableContract({ bookings: 2 });
    const coming = await makeBooking({ offerId: offer.id });
    const begun = await makeBooking({ offerId: offer.id, state: "delivered" });
    await makeAmendment(contract);
    await makeTermination(contract);
    await confirmTermination(contract);

    expect(await contractNow(contract.id)).toMatchObject({ status: "terminated", closedAt: null });
    expect(await bookingNow(coming.id)).toMatchObject({
      state: "cancelled",
      endedLate: false,
      endedReason: expect.stringContaining("没有派人"),
    });
    expect(await bookingNow(begun.id)).toMatchObject({ state: "delivered" });
    const [offerNow] = await db.select().from(offers).where(eq(offers.id, offer.id));
    expect(offerNow?.published).toBe(false);
    const owed = served.reduce<number>((sum, { fundShare }) => sum + fundShare, begun.fundShare);
    const { fundLimit, fundReserved, fundUsed } = await countersOf(contract.id);
    expect([fundLimit, fundReserved + fundUsed]).toEqual([owed, owed]);
    expect(await moneyOf(contract)).toMatchObject({ committed: owed });
  });

  test("leaves what was delivered to be claimed, accepted and paid, and the rest goes back at the end", async () => {
    const { contract, offer, milestone } = await makeClaimableContract({ bookings: 2 });
    const disputed = await makeBooking({ offerId: offer.id, state: "disputed" });
    await makeTermination(contract);
    await confirmTermination(contract);
    await expect(settle(contract)).rejects.toMatchObject({ code: "closing.bookings_open" });
    const officer = await makeOfficeActor("officer", contract.officeId);
    await settleDispute(await actOf(officer), {
      bookingId: disputed.id,
      favour: "resident",
      reason: "没有记录证明来过。",
    });
    await expect(settle(contract)).rejects.toMatchObject({ code: "closing.unclaimed" });
    await claimMilestone(await actOf(contract.manager), { milestoneId: milestone.id });
    await expect(settle(contract)).rejects.toMatchObject({ code: "closing.claims_open" });
    await payAll(milestone.id, contract.officeId);
    const before = await moneyOf(contract);
    expect(before).toMatchObject({ committed: disputed.fundShare, payable: 0 });
    await settle(contract);
    expect(await moneyOf(contract)).toMatchObject({ committed: 0, paid: before.paid });
    const over = await contractNow(contract.id);
    expect(over.status).toBe("terminated");
    expect(over.closedAt).not.toBeNull();
    await expect(settle(contract)).rejects.toMatchObject({ code: "lifecycle.not_now" });
  });

  test("takes no new bookings, not even those that residents pay alone", async () => {
    const contract = await makeActiveContract();
    const offer = await makeOffer({ contractId: contract.id });
    await makeTermination(contract);
    await confirmTermination(contract);
    await expect(makeBooking({ offerId: offer.id })).rejects.toMatchObject({
      cause: { constraint_name: "bookings_contract_active" },
    });
    await expect(publishOffer(await actOf(contract.manager), offer.id)).rejects.toMatchObject({
      code: "offer.contract_not_active",
    });
  });

  test("by agreement waits for the organization; one by the office does not ask it", async () => {
    const contract = await makeActiveContract();
    await makeTermination(contract, { mutual: true, code: "agreement" });
    await expect(confirmTermination(contract)).rejects.toMatchObject({
      code: "termination.not_agreed",
    });
    await agreeToEnd(contract);
    await expect(agreeToEnd(contract)).rejects.toMatchObject({ code: "contract.signed_already" });
    await confirmTermination(contract);

    const other = await makeActiveContract();
    await makeTermination(other);
    await expect(agreeToEnd(other)).rejects.toMatchObject({ code: "termination.not_mutual" });
  });

  test("takes two people, is proposed once, and can be dropped", async () => {
    const contract = await makeActiveContract();
    await expect(confirmTermination(contract)).rejects.toMatchObject({ code: "termination.none" });
    const officer = await makeTermination(contract);
    await expect(makeTermination(contract)).rejects.toMatchObject({ code: "termination.proposed" });
    const own = { ...officer, role: "approver" } as const;
    const code = await codeOf(own);
    await expect(
      terminateContract(await actOf(own), { contractId: contract.id, code }),
    ).rejects.toMatchObject({ code: "termination.own_proposal" });
    await dropTermination(await actOf(officer), contract.id);
    expect(await contractNow(contract.id)).toMatchObject({ status: "active" });
    await makeTermination(contract);
    await confirmTermination(contract);
    await expect(makeTermination(contract)).rejects.toMatchObject({ code: "lifecycle.not_now" });
  });

  test("and a booking at the same moment: no booking outlives it", async () => {
    const contract = await makeActiveContract();
    const { id: programmeId } = await makeProgramme({ officeId: contract.officeId });
    const offer = await makeOffer({ contractId: contract.id, programmeId });
    await makeBooking({ offerId: offer.id });
    await makeTermination(contract);
    await codeOf(contract.approver);
    await atOnce(4, async (index) => {
      if (index === 1) await confirmTermination(contract);
      else await makeBooking({ offerId: offer.id });
    });
    const all = await db.select().from(bookings).where(eq(bookings.contractId, contract.id));
    expect(new Set(all.map(({ state }) => state))).toEqual(new Set(["cancelled"]));
    expect(await countersOf(contract.id)).toMatchObject({ fundLimit: 0, fundReserved: 0 });
    expect(await moneyOf(contract)).toMatchObject({ committed: 0 });
  });
});

describe("settling a contract", () => {
  test("gives back what it did not use, and completes it", async () => {
    const made = await makeClaimedMilestone({ bookings: 2, value: yuan(1_000) });
    const { contract, milestone, bookings: served } = made;
    await expect(settle(contract)).rejects.toMatchObject({ code: "closing.claims_open" });
    await payAll(milestone.id, contract.officeId);
    await expect(settle(contract)).rejects.toMatchObject({ code: "closing.still_running" });
    await db
      .update(contracts)
      .set({ startsOn: contract.startsOn, endsOn: contract.startsOn })
      .where(eq(contracts.id, contract.id));
    await settle(contract);
    const paid = fen(served.reduce<number>((sum, { fundShare }) => sum + fundShare, 0));
    expect(await moneyOf(contract)).toMatchObject({ committed: 0, payable: 0, paid });
    expect(await contractNow(contract.id)).toMatchObject({ status: "completed" });
    const [offerNow] = await db.select().from(offers).where(eq(offers.id, made.offer.id));
    expect(offerNow?.published).toBe(false);
  });

  test("is another office's not to do", async () => {
    const contract = await makeActiveContract();
    const stranger = await makeOfficeActor("officer");
    await expect(closeContract(await actOf(stranger), contract.id)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("and a claim at the same moment: one of the two", async () => {
    const { contract, milestone } = await makeClaimableContract({ value: yuan(1_000) });
    await makeTermination(contract);
    await confirmTermination(contract);
    const { done } = await atOnce(2, async (index) =>
      index === 0
        ? settle(contract)
        : claimMilestone(await actOf(contract.manager), { milestoneId: milestone.id }),
    );
    expect(done).toHaveLength(1);
    const { closedAt } = await contractNow(contract.id);
    expect(closedAt).toBeNull();
  });
});
