import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { payMilestone } from "#app/domain/milestones/pay.server.ts";
import { type Id, newId } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { events, milestones, paymentOrders } from "#db/schema/index.ts";
import { actOf, makeManager, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeAcceptedMilestone } from "#db/seed/factories/delivery.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { asOwner } from "#db/testing/owner.ts";
import { changeBankAccount, findBankAccount } from "./bank-account.server.ts";
import { readBankFile } from "./bank-file.server.ts";
import { makeBatch } from "./make.server.ts";
import { findBatch, listBatches, listPayable } from "./queries.server.ts";
import { recordBankResult } from "./record-result.server.ts";
import { findBankResult, uploadBankResult } from "./upload-result.server.ts";
import { withdrawBatch } from "./withdraw.server.ts";

type Made = Awaited<ReturnType<typeof makeAcceptedMilestone>>;
let made: Made;
let finance: Awaited<ReturnType<typeof makeOfficeActor<"finance">>>;
const account = {
  name: "阳光社会工作服务中心",
  bank: "工行南湖支行",
  number: "1202020119800012345",
};

beforeEach(async () => {
  made = await makeAcceptedMilestone();
  finance = await makeOfficeActor("finance", made.contract.officeId);
  await changeBankAccount(await actOf(made.contract.manager), account);
});

async function batchOf(milestoneIds = [made.milestone.id], batchId = newId<"payment_batch">()) {
  await makeBatch(await actOf(finance), { batchId, milestoneIds });
  return batchId;
}

async function serialIn(batchId: Id<"payment_batch">) {
  const batch = await findBatch(finance, batchId);
  return batch?.orders[0]?.serial ?? "";
}

async function upload(batchId: Id<"payment_batch">, rows: string) {
  const bytes = new TextEncoder().encode(`唯一流水号,金额,结果,失败原因,银行流水号\n${rows}`);
  return await uploadBankResult(await actOf(finance), { batchId, fileName: "回盘.csv", bytes });
}

const milestoneNow = async () => {
  const [row] = await db.select().from(milestones).where(eq(milestones.id, made.milestone.id));
  return row;
};

describe("a payment batch", () => {
  test("tells the bank whom to pay what, the same each time, and each reading is logged", async () => {
    const batchId = await batchOf();
    const act = await actOf(finance);
    const first = await readBankFile(act, batchId);
    await changeBankAccount(await actOf(made.contract.manager), { ...account, number: "99999999" });
    expect(await readBankFile(act, batchId)).toEqual(first);
    expect(first.lines).toMatchObject([
      { position: 1, ...account, amount: 10_800, serial: await serialIn(batchId) },
    ]);
    const read = await db.select().from(events).where(eq(events.name, "payment_batch.file_read"));
    expect(read.filter(({ officeId }) => officeId === finance.officeId)).toHaveLength(2);
  });

  test("holds a milestone that no other batch holds, however many are made at once", async () => {
    const { done, refused } = await atOnce(4, () => batchOf());
    expect(done).toHaveLength(1);
    expect(refused).toMatchObject(Array(3).fill({ code: "batch.in_another" }));
    expect(await listPayable(finance)).toEqual([]);
    const order = `insert into payment_orders select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'serial', 'x', 'position', 9))).* from payment_orders o where milestone_id = '${made.milestone.id}'`;
    await expect(asOwner(order)).rejects.toThrow(/payment_orders_one_live/);
  });

  test("is made once by a form that is sent twice at once", async () => {
    const batchId = newId<"payment_batch">();
    const { done } = await atOnce(3, () => batchOf([made.milestone.id], batchId));
    expect(done).toHaveLength(3);
    expect((await listBatches(finance)).rows).toMatchObject([{ orders: 1, sent: 1 }]);
  });

  test("holds nothing that the same person accepted, that has no account, or of another office", async () => {
    const herself = { ...made.officer, role: "finance" as const };
    const wish = { batchId: newId<"payment_batch">(), milestoneIds: [made.milestone.id] };
    await expect(makeBatch(await actOf(herself), wish)).rejects.toMatchObject({
      code: "batch.own_acceptance",
    });
    const poor = await makeAcceptedMilestone({ officeId: made.contract.officeId });
    await expect(batchOf([poor.milestone.id])).rejects.toMatchObject({ code: "batch.no_account" });
    const stranger = await actOf(await makeOfficeActor("finance"));
    await expect(makeBatch(stranger, wish)).rejects.toMatchObject({ code: "batch.in_another" });
    await expect(batchOf([])).rejects.toMatchObject({ code: "batch.nothing" });
  });

  test("keeps its milestones from being paid by hand as well", async () => {
    await batchOf();
    const payment = { milestoneId: made.milestone.id, reference: "GK-1" };
    await expect(payMilestone(await actOf(finance), payment)).rejects.toMatchObject({
      code: "milestone.in_batch",
    });
  });

  test("is withdrawn before the bank answers, and its milestones are free again", async () => {
    const batchId = await batchOf();
    await withdrawBatch(await actOf(finance), { batchId, reason: "文件没有交给银行" });
    expect(await listPayable(finance)).toHaveLength(1);
    const next = await batchOf();
    const resultId = await upload(next, `${await serialIn(next)},108.00,成功,,`);
    await recordBankResult(await actOf(finance), resultId);
    const late = withdrawBatch(await actOf(finance), { batchId: next, reason: "付错了" });
    await expect(late).rejects.toMatchObject({ code: "batch.answered" });
  });
});

describe("the bank's answer", () => {
  test("pays the milestones that it says are paid, once, though it is imported twice and at once", async () => {
    const batchId = await batchOf();
    const rows = `${await serialIn(batchId)},108.00,成功,,GH-0001`;
    const results = [await upload(batchId, rows), await upload(batchId, rows)];
    const act = await actOf(finance);
    const { refused } = await atOnce(4, (index) =>
      recordBankResult(act, results[index % 2] ?? newId()),
    );
    expect(refused).toEqual([]);
    expect(await milestoneNow()).toMatchObject({
      state: "paid",
      paidBy: finance.userId,
      paymentReference: "GH-0001",
    });
    const batch = await findBatch(finance, batchId);
    expect(batch?.orders).toMatchObject([{ state: "paid", bankReference: "GH-0001" }]);
    const answered = await db
      .select()
      .from(events)
      .where(eq(events.name, "payment_batch.answered"));
    expect(answered.filter(({ officeId }) => officeId === finance.officeId)).toHaveLength(1);
  });

  test("frees what was not paid for a new batch, with the bank's reason", async () => {
    const batchId = await batchOf();
    const failed = await upload(batchId, `${await serialIn(batchId)},108.00,失败,账号户名不符,`);
    await recordBankResult(await actOf(finance), failed);
    expect((await milestoneNow())?.state).toBe("accepted");
    expect(await listPayable(finance)).toMatchObject([{ failedReason: "账号户名不符" }]);
    const next = await batchOf();
    const paid = await upload(next, `${await serialIn(next)},108,成功,,`);
    await recordBankResult(await actOf(finance), paid);
    expect((await milestoneNow())?.paymentReference).toBe(await serialIn(next));
  });

  test("changes nothing when one row is wrong, and says which", async () => {
    const second = await makeAcceptedMilestone({ officeId: made.contract.officeId });
    await changeBankAccount(await actOf(second.contract.manager), account);
    const batchId = await batchOf([made.milestone.id, second.milestone.id]);
    const batch = await findBatch(finance, batchId);
    const [one, two] = batch?.orders ?? [];
    const rows = `${one?.serial},108.00,成功,,\n${two?.serial},999.00,成功,,\nPL0,1,成功,,`;
    const resultId = await upload(batchId, rows);
    await expect(recordBankResult(await actOf(finance), resultId)).rejects.toMatchObject({
      code: "result.wrong_rows",
    });
    const result = await findBankResult(finance, resultId);
    expect(result?.rows.map(({ row, problem }) => [row.line, problem])).toEqual([
      [2, undefined],
      [3, "wrong_amount"],
      [4, "unknown_serial"],
    ]);
    const states = await db.select().from(paymentOrders).where(eq(paymentOrders.batchId, batchId));
    expect(states.map(({ state }) => state)).toEqual(["sent", "sent"]);
  });

  test("without headings, for another office's batch or by who accepted is refused", async () => {
    const batchId = await batchOf();
    const bytes = new TextEncoder().encode("甲,乙\n1,2");
    const act = await actOf(finance);
    await expect(
      uploadBankResult(act, { batchId, fileName: "x.csv", bytes }),
    ).rejects.toMatchObject({ code: "result.no_headings" });
    const resultId = await upload(batchId, `${await serialIn(batchId)},108,成功,,`);
    const stranger = await actOf(await makeOfficeActor("finance"));
    await expect(recordBankResult(stranger, resultId)).rejects.toMatchObject({ code: "not_found" });
    const herself = await actOf({ ...made.officer, role: "finance" as const });
    await expect(recordBankResult(herself, resultId)).rejects.toMatchObject({
      code: "result.wrong_rows",
    });
  });
});

describe("an account number", () => {
  test("is kept sealed and shown by its end", async () => {
    const manager = await makeManager();
    await changeBankAccount(await actOf(manager), account);
    const shown = await findBankAccount(manager);
    expect(shown).toMatchObject({ name: account.name, numberEnd: "2345" });
    expect(JSON.stringify(shown)).not.toContain(account.number);
    const [{ held } = { held: "" }] = await db.execute<{ held: string }>(
      `select string_agg(a::text, '') as held from bank_accounts a`,
    );
    expect(held).not.toContain(account.number);
  });

  test("that a bank was told stays in the order, and no order is changed behind the product's back", async () => {
    await batchOf();
    const changed = (what: string) =>
      asOwner(`update payment_orders set ${what} where milestone_id = '${made.milestone.id}'`);
    await expect(changed("amount = 1")).rejects.toThrow(/is fixed/);
    await expect(asOwner("delete from payment_orders")).rejects.toThrow(/append-only/);
    await expect(asOwner("update bank_accounts set name = 'x'")).rejects.toThrow(/append-only/);
  });
});
