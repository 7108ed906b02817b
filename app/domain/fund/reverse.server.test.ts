import { describe, expect, test } from "vitest";
import { newId } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { actOf, makeCommunity, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeFund, moveFund } from "#db/seed/factories/fund.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { asOwner } from "#db/testing/owner.ts";
import { listMovements } from "./movements.server.ts";
import { listFunds } from "./queries.server.ts";
import { reverseMovement } from "./reverse.server.ts";
import { setAside } from "./set-aside.server.ts";

const reason = "金额多录了一个零";

/** A fund whose one allocation was wrong, and somebody else who may reverse it. */
async function wrongAllocation(allocated = yuan(5000)) {
  const fund = await makeFund({ allocated });
  const [movement] = await listMovements(fund.finance, fund.id);
  if (!movement) throw new Error("the fund has an allocation");
  const second = await makeOfficeActor("approver", fund.officeId);
  return { fund, transactionId: movement.id, second };
}

describe("a wrong allocation", () => {
  test("is reversed by a movement that names it, by a second person", async () => {
    const { fund, transactionId, second } = await wrongAllocation();
    await reverseMovement(await actOf(second), { transactionId, reason });
    const [held] = await listFunds(fund.finance);
    expect(held?.balances).toMatchObject({ available: 0, appropriation: 0 });
    expect(await listMovements(fund.finance, fund.id)).toMatchObject([
      { kind: "reverse", memo: reason, byUserId: second.userId, reversed: false },
      { kind: "allocate", reversed: true },
    ]);
  });

  test("is not reversed by who wrote it, nor from another office", async () => {
    const { fund, transactionId } = await wrongAllocation();
    const reversal = { transactionId, reason };
    await expect(reverseMovement(await actOf(fund.finance), reversal)).rejects.toMatchObject({
      code: "fund.own_movement",
    });
    const stranger = await actOf(await makeOfficeActor("approver"));
    await expect(reverseMovement(stranger, reversal)).rejects.toMatchObject({ code: "not_found" });
  });

  test("is reversed once, however many reverse it at once", async () => {
    const { fund, transactionId, second } = await wrongAllocation();
    await moveFund(fund.finance, fund.id, "allocate", { amount: yuan(50_000) });
    const act = await actOf(second);
    const { done, refused } = await atOnce(4, () =>
      reverseMovement(act, { transactionId, reason }),
    );
    expect(done).toHaveLength(1);
    expect(refused).toMatchObject(Array(3).fill({ code: "fund.reversed_already" }));
    const [held] = await listFunds(fund.finance);
    expect(held?.balances.available).toBe(yuan(50_000));
  });

  test("stays once some of its money is in use", async () => {
    const { fund, transactionId, second } = await wrongAllocation();
    await moveFund(fund.finance, fund.id, "publish", { amount: yuan(1) });
    const used = reverseMovement(await actOf(second), { transactionId, reason });
    await expect(used).rejects.toMatchObject({ code: "fund.used_already" });
  });
});

test("what was set aside for a community by mistake comes back while the community has not used it", async () => {
  const { fund, second } = await wrongAllocation();
  const community = await makeCommunity(fund.officeId);
  const wish = { fundId: fund.id, communityId: community.id, amount: yuan(300), memo: "议事经费" };
  const partId = await setAside(await actOf(fund.finance), { ...wish, transferId: newId() });
  const [movement] = await listMovements(fund.finance, partId);
  if (!movement) throw new Error("the part was given money");
  await moveFund(fund.finance, partId, "publish", { amount: yuan(1) });
  const reversal = { transactionId: movement.id, reason };
  const act = await actOf(second);
  await expect(reverseMovement(act, reversal)).rejects.toMatchObject({ code: "fund.used_already" });
  await moveFund(fund.finance, partId, "release", { amount: yuan(1) });
  await reverseMovement(act, reversal);
  const [parent, part] = await listFunds(fund.finance);
  expect([parent?.balances.available, part?.balances.available]).toEqual([yuan(5000), 0]);
});

test("a payment is no mistake of writing: it is clawed back, not reversed", async () => {
  const { fund, second } = await wrongAllocation();
  await moveFund(fund.finance, fund.id, "publish", { amount: yuan(10) });
  const [publish] = await listMovements(fund.finance, fund.id);
  const reversal = { transactionId: publish?.id ?? newId<"fund_transaction">(), reason };
  await expect(reverseMovement(await actOf(second), reversal)).rejects.toMatchObject({
    code: "fund.not_reversible",
  });
});

test("the database itself refuses a reversal that is no mirror, or by the same person", async () => {
  const { fund, transactionId, second } = await wrongAllocation();
  const by = (userId: string, amount: number) =>
    asOwner(`begin; insert into fund_transactions (id, fund_id, kind, entity_id, reverses_id, by_user_id, at)
        values ('${newId()}', '${fund.id}', 'reverse', '${transactionId}', '${transactionId}', '${userId}', now());
      insert into postings (transaction_id, fund_id, account, amount) select id, fund_id, side.account::fund_account, side.amount
        from fund_transactions, (values ('available', ${-amount}), ('appropriation', ${amount})) side (account, amount) where reverses_id = '${transactionId}'; commit`);
  await expect(by(second.userId, 4_999_99)).rejects.toThrow(/does not reverse/);
  await expect(by(fund.finance.userId, 500_000)).rejects.toThrow(/does not reverse/);
});
