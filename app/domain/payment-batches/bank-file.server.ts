import { asc, eq } from "drizzle-orm";
import type { Act, Finance } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import { unsealText } from "#app/domain/residents/sealed-fields.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { bankAccounts, paymentOrders } from "#db/schema/payment-batches.ts";
import { lockBatch } from "./lock.server.ts";

/** What the bank is told, the same whenever it is asked; the account numbers stand in it in full, so each reading is logged. */
export async function readBankFile(act: Act<Finance>, batchId: Id<"payment_batch">) {
  const { officeId } = act.by;
  return await db.transaction(async (tx) => {
    const { number } = await lockBatch(tx, officeId, batchId);
    const rows = await tx
      .select({ order: paymentOrders, account: bankAccounts })
      .from(paymentOrders)
      .innerJoin(bankAccounts, eq(bankAccounts.id, paymentOrders.bankAccountId))
      .where(eq(paymentOrders.batchId, batchId))
      .orderBy(asc(paymentOrders.position));
    await record(tx, act, officeId, { name: "payment_batch.file_read", batchId });
    const lines = rows.map(({ order, account }) => ({
      position: order.position,
      name: account.name,
      number: unsealText(account.numberSealed),
      bank: account.bank,
      amount: order.amount,
      purpose: order.purpose,
      serial: order.serial,
    }));
    return { number, lines };
  });
}
