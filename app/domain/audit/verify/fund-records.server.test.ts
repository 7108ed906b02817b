import { beforeAll, expect, test } from "vitest";
import { allocateForTask } from "#app/domain/fund/allocate.server.ts";
import { decideYearEnd } from "#app/domain/fund/decide-year-end.server.ts";
import { listMovements } from "#app/domain/fund/movements.server.ts";
import { proposeYearEnd } from "#app/domain/fund/propose-year-end.server.ts";
import { reverseMovement } from "#app/domain/fund/reverse.server.ts";
import { listYearEnds } from "#app/domain/fund/year-ends.server.ts";
import { clawBack } from "#app/domain/milestones/claw-back.server.ts";
import { changeBankAccount } from "#app/domain/payment-batches/bank-account.server.ts";
import { makeBatch } from "#app/domain/payment-batches/make.server.ts";
import { newId } from "#app/values/id.ts";
import { fen, yuan } from "#app/values/money.ts";
import { actOf, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeAcceptedMilestone, makePaidMilestone } from "#db/seed/factories/delivery.ts";
import { makeFund } from "#db/seed/factories/fund.ts";
import { undoneAfter, withOwner } from "#db/testing/owner.ts";
import { checkFundRecords } from "./fund-records.server.ts";
import { checkLedger } from "./ledger.server.ts";

beforeAll(async () => {
  const paid = await makePaidMilestone();
  const back = { clawBackId: newId<"claw_back">(), amount: fen(100), reason: "多付一次" };
  const { id: milestoneId } = paid.milestone;
  await clawBack(await actOf(paid.finance), { milestoneId, ...back, bankReference: "BK-1" });

  const owed = await makeAcceptedMilestone();
  const account = { name: "阳光", bank: "工行南湖支行", number: "12345678" };
  await changeBankAccount(await actOf(owed.contract.manager), account);
  const finance = await makeOfficeActor("finance", owed.contract.officeId);
  const batch = { batchId: newId<"payment_batch">(), milestoneIds: [owed.milestone.id] };
  await makeBatch(await actOf(finance), batch);

  const fund = await makeFund({ year: 2020, allocated: yuan(10) });
  const task = { documentNumber: "区民发〔2020〕1号", department: "区民政局", purpose: "试点" };
  const arrival = { fundId: fund.id, allocationId: newId(), amount: yuan(5) };
  await allocateForTask(await actOf(fund.finance), { ...arrival, ...task });
  const approver = await makeOfficeActor("approver", fund.officeId);
  const movements = await listMovements(fund.finance, fund.id);
  const wrong = movements.find(({ kind }) => kind === "allocate");
  const transactionId = wrong?.id ?? newId<"fund_transaction">();
  await reverseMovement(await actOf(approver), { transactionId, reason: "登记错了" });
  const proposal = { fundId: fund.id, decision: "surplus", toFundId: null, note: "同意" } as const;
  await proposeYearEnd(await actOf(fund.finance), proposal);
  const [yearEnd] = await listYearEnds(fund.finance, fund.id);
  const yearEndId = yearEnd?.id ?? newId<"year_end">();
  await decideYearEnd(await actOf(approver), { yearEndId, approved: true, expected: yuan(5) });
});

test("nothing is wrong with what the product wrote", async () => {
  const found = await withOwner(async (owner) => [
    ...(await checkLedger(owner)),
    ...(await checkFundRecords(owner)),
  ]);
  expect(found).toEqual([]);
});

const mirror = "(select id from fund_transactions where reverses_id is not null)";

test.each([
  [
    "a fund that does not balance",
    "update postings set fund_id = (select id from funds order by id limit 1) where account = 'surplus'",
    /in fund .* it sums to/,
  ],
  [
    "a reversal that mirrors nothing",
    `update postings set amount = amount * 2 where transaction_id = ${mirror}`,
    /is not the mirror/,
  ],
  [
    "a reversal by the same person",
    "update fund_transactions r set by_user_id = (select by_user_id from fund_transactions o where o.id = r.reverses_id) where reverses_id is not null",
    /the same person/,
  ],
  [
    "a year end of another amount",
    "update year_ends set amount = amount - 1",
    /says 499 fen left the fund, the ledger 500/,
  ],
  [
    "money that a closed fund took",
    "update funds set closed_at = closed_at - interval '1 day' where closed_at is not null",
    /it was closed, and took/,
  ],
  [
    "a task of another amount",
    "update fund_tasks set amount = 1",
    /says 1 fen arrived, the ledger 500/,
  ],
  [
    "a claw-back of another amount",
    "update claw_backs set amount = 1",
    /says 1 fen came back, the ledger 100/,
  ],
  ["an order of another amount", "update payment_orders set amount = 1", /the bank was told 1 fen/],
  [
    "an order that says paid",
    "update payment_orders set state = 'paid', answered_at = now()",
    /and it is paid; its milestone is accepted/,
  ],
])("the check finds %s", async (_, change, words) => {
  const found = await undoneAfter([change], (sql) => checkFundRecords(sql));
  expect(found.map(({ what }) => what).join("\n")).toMatch(words);
});
