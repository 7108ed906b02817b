import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Resident } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { fen, yuan } from "#app/values/money.ts";
import { addTo, dayOf, hours, minutes } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import {
  bookings,
  contractCounters,
  fundTransactions,
  milestoneChecks,
  milestones,
  projectBalances,
  proxySessions,
  residents,
} from "#db/schema/index.ts";
import { actOf, makeManager, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeBooking } from "#db/seed/factories/bookings.ts";
import {
  makeClaimable,
  makeClaimableContract,
  makeClaimedMilestone,
} from "#db/seed/factories/delivery.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { acceptMilestone } from "./accept.server.ts";
import { answerCheck } from "./answer-check.server.ts";
import { claimMilestone } from "./claim.server.ts";
import { payMilestone } from "./pay.server.ts";
import { chooseSample } from "./sample.ts";
import { sendBackMilestone } from "./send-back.server.ts";

type Made = Awaited<ReturnType<typeof makeClaimedMilestone>>;

const milestone = async (id: Id<"milestone">) =>
  one(await db.select().from(milestones).where(eq(milestones.id, id)));

const inClaim = (id: Id<"milestone">) =>
  db.select().from(bookings).where(eq(bookings.milestoneId, id));

async function balances({ contract }: Pick<Made, "contract">) {
  const rows = await db
    .select()
    .from(projectBalances)
    .where(eq(projectBalances.projectId, contract.projectId));
  return Object.fromEntries(rows.map(({ account, amount }) => [account, amount]));
}

async function residentOf(bookingId: Id<"booking">): Promise<Resident> {
  const row = one(
    await db
      .select({ residentId: residents.id, userId: residents.userId, officeId: residents.officeId })
      .from(bookings)
      .innerJoin(residents, eq(residents.id, bookings.residentId))
      .where(eq(bookings.id, bookingId)),
  );
  if (!row.userId) throw new Error("the resident has no account");
  return { role: "resident", ...row, userId: row.userId };
}

async function answer(made: Made, index: number, confirmed: boolean) {
  const check = made.checks[index];
  if (!check) throw new Error("so many were not asked");
  const { milestoneId, bookingId } = check;
  const note = confirmed ? "" : "那天没有人来。";
  const act = await actOf(await residentOf(bookingId));
  await answerCheck(act, { milestoneId, bookingId, confirmed, note });
  return bookingId;
}

async function accept(made: Made) {
  const officer = await makeOfficeActor("officer", made.contract.officeId);
  await acceptMilestone(await actOf(officer), { milestoneId: made.milestone.id });
  return officer;
}

async function pay(made: Made) {
  const finance = await makeOfficeActor("finance", made.contract.officeId);
  const payment = { milestoneId: made.milestone.id, reference: "GK-2026-0088" };
  await payMilestone(await actOf(finance), payment);
}

const code = (wanted: string) => ({ code: wanted });

describe("an organization claims a milestone", () => {
  test("from what was accepted and paid for, each booking once", async () => {
    const { contract, milestone: first, offer, bookings: served } = await makeClaimableContract();
    const unpaid = await makeBooking({ offerId: offer.id, state: "accepted" });
    const waiting = await makeBooking({ offerId: offer.id, state: "delivered" });
    const elsewhere = await makeClaimable();
    await claimMilestone(await actOf(contract.manager), { milestoneId: first.id });
    const claimed = (await inClaim(first.id)).map(({ id }) => id).sort();
    expect(claimed).toEqual(served.map(({ id }) => id).sort());
    for (const { id } of [unpaid, waiting, elsewhere]) expect(claimed).not.toContain(id);
    expect(await milestone(first.id)).toMatchObject({ state: "claimed" });
  });

  test("twice at once, and it is claimed once", async () => {
    const { contract, milestone: first } = await makeClaimableContract();
    const act = await actOf(contract.manager);
    await atOnce(3, () => claimMilestone(act, { milestoneId: first.id }));
    const asked = await db
      .select()
      .from(milestoneChecks)
      .where(eq(milestoneChecks.milestoneId, first.id));
    expect(asked).toHaveLength(3);
    expect(await inClaim(first.id)).toHaveLength(3);
  });

  test("up to its cap; the rest waits for the next", async () => {
    const made = await makeClaimableContract({ value: yuan(150), bookings: 4 });
    await claimMilestone(await actOf(made.contract.manager), { milestoneId: made.milestone.id });
    // a cap of ¥75 holds two shares of ¥36
    expect(await inClaim(made.milestone.id)).toHaveLength(2);
  });

  test("with a sample of those served that anybody can choose again", async () => {
    const made = await makeClaimedMilestone({ bookings: 7 });
    const { sampleSeed } = await milestone(made.milestone.id);
    const served = (await inClaim(made.milestone.id)).map(({ id, residentId }) => ({
      bookingId: id,
      residentId,
    }));
    const again = await chooseSample(sampleSeed ?? "", served);
    expect(made.checks.map(({ bookingId }) => bookingId).sort()).toEqual(
      again.map(({ bookingId }) => bookingId).sort(),
    );
    expect(again).toHaveLength(5);
  });

  test("but not with nothing to claim, nor another's, nor the next one first, nor the last before it is due", async () => {
    const empty = await makeClaimableContract({ bookings: 0 });
    const [, last] = empty.contract.milestones;
    if (!last) throw new Error("two milestones");
    const act = await actOf(empty.contract.manager);
    const claim = (milestoneId: Id<"milestone">) => claimMilestone(act, { milestoneId });
    await expect(claim(empty.milestone.id)).rejects.toMatchObject(
      code("milestone.nothing_to_claim"),
    );
    await expect(claim(last.id)).rejects.toMatchObject(code("milestone.earlier_first"));
    const stranger = await actOf(await makeManager());
    await expect(
      claimMilestone(stranger, { milestoneId: empty.milestone.id }),
    ).rejects.toMatchObject(code("not_found"));

    const made = await makeClaimedMilestone({ answered: 3 });
    await accept(made);
    await makeClaimable({ offerId: made.offer.id });
    const second = made.contract.milestones[1];
    if (!second) throw new Error("two milestones");
    const again = async () =>
      claimMilestone(await actOf(made.contract.manager), { milestoneId: second.id });
    await expect(again()).rejects.toMatchObject(code("milestone.not_due"));
    const today = dayOf(await databaseNow());
    await db.update(milestones).set({ dueOn: today }).where(eq(milestones.id, second.id));
    await again();
    expect(await inClaim(second.id)).toHaveLength(1);
  });
});

describe("a resident of the sample", () => {
  test("confirms that she was served, once", async () => {
    const made = await makeClaimedMilestone();
    await answer(made, 0, true);
    await answer(made, 0, true);
    await expect(answer(made, 0, false)).rejects.toMatchObject(code("milestone.answered_already"));
    expect(await inClaim(made.milestone.id)).toHaveLength(3);
  });

  test("who says no takes her booking out of the claim and into dispute", async () => {
    const made = await makeClaimedMilestone();
    const bookingId = await answer(made, 0, false);
    const booking = one(await db.select().from(bookings).where(eq(bookings.id, bookingId)));
    expect(booking).toMatchObject({
      state: "disputed",
      disputeKind: "denied",
      disputeReason: "那天没有人来。",
      milestoneId: null,
    });
    expect(await inClaim(made.milestone.id)).toHaveLength(2);
    const counter = one(
      await db
        .select()
        .from(contractCounters)
        .where(eq(contractCounters.contractId, made.contract.id)),
    );
    expect(counter).toMatchObject({ fundReserved: 3600, fundUsed: 7200 });
  });

  test("is asked about her own bookings only, and only while the claim waits", async () => {
    const made = await makeClaimedMilestone({ answered: 2 });
    const [first, , third] = made.checks;
    if (!first || !third) throw new Error("three were asked");
    const { milestoneId, bookingId } = third;
    const act = await actOf(await residentOf(first.bookingId));
    await expect(
      answerCheck(act, { milestoneId, bookingId, confirmed: true, note: "" }),
    ).rejects.toMatchObject(code("not_found"));
    await accept(made);
    await expect(answer(made, 2, false)).rejects.toMatchObject(code("lifecycle.not_now"));
  });

  test("may be asked by a community worker, whose name stands beside the answer", async () => {
    const made = await makeClaimedMilestone();
    const [check] = made.checks;
    if (!check) throw new Error("somebody was asked");
    const resident = await residentOf(check.bookingId);
    const worker = await makeOfficeActor("officer", made.contract.officeId);
    const startedAt = await databaseNow();
    const { residentId, officeId } = resident;
    const session = one(
      await db
        .insert(proxySessions)
        .values({
          ...{ residentId, officeId, startedAt, userId: worker.userId, reason: "电话回访" },
          expiresAt: addTo(startedAt, minutes(30)),
        })
        .returning(),
    );
    const act = await actOf({ ...resident, userId: worker.userId, proxySessionId: session.id });
    const { milestoneId, bookingId } = check;
    await answerCheck(act, { milestoneId, bookingId, confirmed: true, note: "" });
    const answered = one(
      await db
        .select()
        .from(milestoneChecks)
        .where(
          and(
            eq(milestoneChecks.milestoneId, milestoneId),
            eq(milestoneChecks.bookingId, bookingId),
          ),
        ),
    );
    expect(answered).toMatchObject({ confirmed: true, answeredBy: worker.userId });
  });
});

describe("the office", () => {
  test("sends a claim back with a reason, and it can be claimed anew with another sample", async () => {
    const made = await makeClaimedMilestone({ answered: 2, bookings: 12 });
    const milestoneId = made.milestone.id;
    const before = await milestone(milestoneId);
    const officer = await actOf(await makeOfficeActor("officer", made.contract.officeId));
    await sendBackMilestone(officer, { milestoneId, reason: "缺服务记录。" });
    expect(await milestone(milestoneId)).toMatchObject({
      state: "scheduled",
      sentBackReason: "缺服务记录。",
      claimedBy: null,
    });
    expect(await inClaim(milestoneId)).toEqual([]);
    await claimMilestone(await actOf(made.contract.manager), { milestoneId });
    const after = await milestone(milestoneId);
    expect(after).toMatchObject({ state: "claimed", sentBackReason: null });
    expect(after.sampleSeed).not.toBe(before.sampleSeed);
    expect(await inClaim(milestoneId)).toHaveLength(12);
  });

  test("accepts once half of the sample has answered", async () => {
    const made = await makeClaimedMilestone({ bookings: 5, answered: 2 });
    await expect(accept(made)).rejects.toMatchObject(code("milestone.sample_waiting"));
    await answer(made, 2, true);
    await accept(made);
    expect((await milestone(made.milestone.id)).state).toBe("accepted");
  });

  test("does not accept a claim in which nothing is confirmed any more", async () => {
    const made = await makeClaimedMilestone({ bookings: 1 });
    await answer(made, 0, false);
    await expect(accept(made)).rejects.toMatchObject(code("milestone.nothing_confirmed"));
  });

  test("does not accept another pay than the page showed", async () => {
    const made = await makeClaimedMilestone({ answered: 3 });
    const officer = await actOf(await makeOfficeActor("officer", made.contract.officeId));
    const { id: milestoneId } = made.milestone;
    const shown = { milestoneId, expectedPay: fen(1) };
    await expect(acceptMilestone(officer, shown)).rejects.toMatchObject(code("conflict"));
    await acceptMilestone(officer, { milestoneId, expectedPay: fen(10_800) });
  });

  test("owes what the formula says; a quality deduction is free again, the rest of the cap stays for later", async () => {
    const made = await makeClaimedMilestone({
      bookings: 10,
      stars: Array(10).fill(1),
      answered: 5,
    });
    const before = await balances(made);
    await accept(made);
    // ten shares of ¥36, all rated 1: the factor is 0.9
    expect(await milestone(made.milestone.id)).toMatchObject({ pay: 32_400 });
    expect(await balances(made)).toMatchObject({
      committed: Number(before.committed) - 36_000,
      payable: 32_400,
    });
    const [first, second] = await db
      .select()
      .from(milestones)
      .where(eq(milestones.contractId, made.contract.id))
      .orderBy(milestones.position);
    expect(second?.carried).toBe(Number(first?.cap) - 36_000);
    expect(first?.calculation).toMatchObject({
      confirmedFund: 36_000,
      stars: [10, 0, 0, 0, 0],
      sample: { size: 5, answered: 5 },
      result: { pay: 32_400, deduction: 3_600 },
    });
  });

  test("accepts and sends back its own claims only, and each once", async () => {
    const made = await makeClaimedMilestone({ answered: 3 });
    const milestoneId = made.milestone.id;
    const stranger = await actOf(await makeOfficeActor("officer"));
    const notFound = code("not_found");
    await expect(acceptMilestone(stranger, { milestoneId })).rejects.toMatchObject(notFound);
    await expect(
      sendBackMilestone(stranger, { milestoneId, reason: "不是我们的。" }),
    ).rejects.toMatchObject(notFound);
    const officer = await actOf(await makeOfficeActor("officer", made.contract.officeId));
    const { done, refused } = await atOnce(3, (index) =>
      index
        ? acceptMilestone(officer, { milestoneId })
        : sendBackMilestone(officer, { milestoneId, reason: "缺服务记录。" }),
    );
    expect(done).toHaveLength(1);
    expect(refused).toMatchObject([code("lifecycle.not_now"), code("lifecycle.not_now")]);
  });
});

describe("finance", () => {
  test("pays what is owed, and the bookings are closed", async () => {
    const made = await makeClaimedMilestone({ answered: 3 });
    await accept(made);
    await pay(made);
    expect(await milestone(made.milestone.id)).toMatchObject({
      state: "paid",
      paymentReference: "GK-2026-0088",
    });
    expect(await balances(made)).toMatchObject({ payable: 0, paid: 10_800 });
    const states = (await inClaim(made.milestone.id)).map(({ state }) => state);
    expect(states).toEqual(["closed", "closed", "closed"]);
  });

  test("paying twice at once pays once", async () => {
    const made = await makeClaimedMilestone({ answered: 3 });
    await accept(made);
    const { done, refused } = await atOnce(4, () => pay(made));
    expect(done).toHaveLength(1);
    expect(refused).toMatchObject(Array(3).fill(code("lifecycle.not_now")));
    const movements = await db
      .select()
      .from(fundTransactions)
      .where(
        and(eq(fundTransactions.entityId, made.milestone.id), eq(fundTransactions.kind, "pay")),
      );
    expect(movements).toHaveLength(1);
    expect(await balances(made)).toMatchObject({ payable: 0, paid: 10_800 });
  });

  test("does not pay what the same person accepted, nor before acceptance, nor for another office", async () => {
    const made = await makeClaimedMilestone({ answered: 3 });
    await expect(pay(made)).rejects.toMatchObject(code("lifecycle.not_now"));
    const { userId, officeId } = await accept(made);
    const payment = { milestoneId: made.milestone.id, reference: "GK-1" };
    const herself = { role: "finance", userId, officeId } as const;
    await expect(payMilestone(await actOf(herself), payment)).rejects.toMatchObject(
      code("milestone.own_acceptance"),
    );
    const stranger = await actOf(await makeOfficeActor("finance"));
    await expect(payMilestone(stranger, payment)).rejects.toMatchObject(code("not_found"));
  });
});

describe("whatever residents rate and deny", () => {
  const visits = fc.array(
    fc.record({ stars: fc.integer({ min: 0, max: 5 }), denied: fc.boolean() }),
    {
      minLength: 1,
      maxLength: 5,
    },
  );

  /** Claims a milestone, asks the sample, accepts and pays; what cannot be claimed or accepted stays. */
  async function goThrough(made: Made, denied: ReadonlySet<string>) {
    const { id: milestoneId } = made.milestone;
    try {
      await claimMilestone(await actOf(made.contract.manager), { milestoneId });
      made.checks = await db
        .select()
        .from(milestoneChecks)
        .where(eq(milestoneChecks.milestoneId, milestoneId));
      for (const [index, { bookingId }] of made.checks.entries()) {
        await answer(made, index, !denied.has(bookingId));
      }
      await accept(made);
      await pay(made);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  test("no milestone pays above its cap, no contract above its value, and the ledger agrees", async () => {
    await fc.assert(
      fc.asyncProperty(visits, fc.integer({ min: 74, max: 300 }), async (each, value) => {
        const stars = each.map((visit) => visit.stars);
        const made = await makeClaimableContract({
          value: yuan(value),
          // the contract's counter holds no more shares of ¥36 than its value
          bookings: Math.min(each.length, Math.floor(value / 36)),
          stars,
        });
        const denied = new Set(
          made.bookings.filter((_, index) => each[index]?.denied).map(({ id }) => id),
        );
        const today = dayOf(addTo(await databaseNow(), -hours(24)));
        const { id: contractId } = made.contract;
        await db
          .update(milestones)
          .set({ dueOn: today })
          .where(eq(milestones.contractId, contractId));
        for (const { id } of made.contract.milestones) {
          await goThrough({ ...made, milestone: await milestone(id), checks: [] }, denied);
        }
        const after = await db
          .select()
          .from(milestones)
          .where(eq(milestones.contractId, contractId));
        const sum = (amounts: (number | null)[]) =>
          amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
        const held = { committed: 0, payable: 0, paid: 0, ...(await balances(made)) };
        for (const { cap, carried, pay: paid } of after) {
          expect(paid ?? 0).toBeLessThanOrEqual(cap + carried);
        }
        expect(sum(after.map(({ cap }) => cap))).toBe(made.contract.value);
        expect(held.paid).toBe(sum(after.map(({ pay: paid }) => paid)));
        expect(held.payable).toBe(0);
        const deducted = after.map(({ calculation }) => calculation?.result.deduction ?? 0);
        expect(held.committed + held.paid + sum(deducted)).toBe(made.contract.value);
      }),
      { numRuns: 6 },
    );
  }, 60_000);
});
