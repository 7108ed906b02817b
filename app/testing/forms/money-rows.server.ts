import { changeBankAccount } from "#app/domain/payment-batches/bank-account.server.ts";
import { makeBatch } from "#app/domain/payment-batches/make.server.ts";
import { findBatch } from "#app/domain/payment-batches/queries.server.ts";
import { uploadBankResult } from "#app/domain/payment-batches/upload-result.server.ts";
import { paths } from "#app/paths.ts";
import { newId } from "#app/values/id.ts";
import { actOf, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import {
  makeAcceptedMilestone,
  makeClaimedMilestone,
  makePaidMilestone,
} from "#db/seed/factories/delivery.ts";
import type { FormRow } from "./form-row.ts";

const { office } = paths;
const account = { name: "阳光社会工作服务中心", bank: "工行南湖支行", number: "12020201198000" };
const HEADINGS = "唯一流水号,金额,结果,失败原因,银行流水号\n";

/** An accepted milestone whose organization can be paid, and two offices' finance. */
async function payable() {
  const { contract, milestone } = await makeAcceptedMilestone();
  await changeBankAccount(await actOf(contract.manager), account);
  const finance = await makeOfficeActor("finance", contract.officeId);
  const { userId: stranger } = await makeOfficeActor("finance");
  return { milestoneId: milestone.id, finance, who: finance.userId, stranger };
}

/** The same in a batch that waits at the bank. */
async function batched() {
  const { milestoneId, ...made } = await payable();
  const batchId = newId<"payment_batch">();
  await makeBatch(await actOf(made.finance), { batchId, milestoneIds: [milestoneId] });
  return { batchId, ...made };
}

/** The same with the bank's answer, which waits to be recorded. */
async function answered() {
  const { batchId, finance, ...people } = await batched();
  const serial = (await findBatch(finance, batchId))?.orders[0]?.serial ?? "";
  const bytes = new TextEncoder().encode(`${HEADINGS}${serial},108.00,成功,,GK2026\n`);
  const file = { batchId, fileName: "回盘.csv", bytes };
  return { ...people, resultId: await uploadBankResult(await actOf(finance), file) };
}

const csv = (text: string, name = "回盘.csv") => new File([text], name, { type: "text/csv" });

async function claimed() {
  const { contract, milestone } = await makeClaimedMilestone({ answered: 3 });
  const { userId: who } = await makeOfficeActor("officer", contract.officeId);
  const { userId: stranger } = await makeOfficeActor("officer");
  const paid = await makePaidMilestone({ officeId: contract.officeId });
  return { who, stranger, milestoneId: milestone.id, lateId: paid.milestone.id };
}

export const moneyRows: FormRow[] = [
  {
    route: "routes/office/milestones/acceptance.tsx",
    asks: ["understood"],
    setting: async () => {
      const { milestoneId, lateId, ...people } = await claimed();
      const late = office.acceptance(lateId);
      return { ...people, late, address: office.acceptance(milestoneId) };
    },
  },
  {
    route: "routes/office/milestones/return.tsx",
    asks: ["reason"],
    setting: async () => {
      const { milestoneId, lateId, ...people } = await claimed();
      const late = office.returnMilestone(lateId);
      return { ...people, late, address: office.returnMilestone(milestoneId) };
    },
  },
  {
    route: "routes/office/milestones/payment.tsx",
    asks: ["reference"],
    setting: async () => {
      const { milestoneId, who, stranger } = await payable();
      return { who, stranger, address: office.payment(milestoneId) };
    },
  },
  {
    route: "routes/office/milestones/claw-back.tsx",
    asks: ["amount", "reason", "bankReference"],
    setting: async () => {
      const { milestone, finance } = await makePaidMilestone();
      const { userId: stranger } = await makeOfficeActor("finance");
      return { who: finance.userId, stranger, address: office.clawBack(milestone.id) };
    },
  },
  {
    route: "routes/office/payment-batches/new-batch.tsx",
    setting: async () => {
      const { who } = await payable();
      return { who, address: office.newBatch };
    },
  },
  {
    route: "routes/office/payment-batches/upload.tsx",
    asks: ["file"],
    wrong: {
      "an empty file": [{ file: csv("") }],
      "a file that is no list": [{ file: csv("\u0000\u0001\u0002PK\u0003\u0004") }],
      "a broken workbook": [{ file: csv("PK\u0003\u0004 and nothing more", "回盘.xlsx") }],
      "a list without headings": [{ file: csv("一,二\n三,四\n") }],
      "a list without rows": [{ file: csv(HEADINGS) }],
      "a word instead of a file": [{ file: "回盘.csv" }],
    },
    setting: async () => {
      const { batchId, who, stranger } = await batched();
      const right = { file: csv(`${HEADINGS}一,108.00,成功,,GK\n`) };
      return { who, stranger, address: office.bankResults(batchId), right };
    },
  },
  {
    route: "routes/office/payment-batches/result.tsx",
    setting: async () => {
      const { who, stranger, resultId } = await answered();
      return { who, stranger, address: office.bankResult(resultId) };
    },
  },
  {
    route: "routes/office/payment-batches/withdrawal.tsx",
    asks: ["reason", "sure"],
    setting: async () => {
      const { batchId, who, stranger } = await batched();
      return { who, stranger, address: office.batchWithdrawal(batchId) };
    },
  },
];
