import { and, eq } from "drizzle-orm";
import type { Act, Finance, OfficeStaff } from "#app/domain/act.ts";
import { readCells } from "#app/domain/projects/read-list.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { bankResults, paymentBatches } from "#db/schema/payment-batches.ts";
import { checkBankRows, readBankRows } from "./bank-result.ts";
import { lockBatch } from "./lock.server.ts";
import { listOrders } from "./queries.server.ts";

export type BankResultFile = {
  batchId: Id<"payment_batch">;
  fileName: string;
  bytes: Uint8Array;
};

/** Read the bank's answer and keep it until somebody says yes to what it says; nothing else is changed. */
export async function uploadBankResult(
  act: Act<Finance>,
  { batchId, fileName, bytes }: BankResultFile,
): Promise<Id<"bank_result">> {
  const { officeId, userId: uploadedBy } = act.by;
  const rows = readBankRows(await readCells(bytes));
  if (!rows) throw new Refusal("result.no_headings");
  if (rows.length === 0) throw new Refusal("result.no_rows");
  return await db.transaction(async (tx) => {
    await lockBatch(tx, officeId, batchId);
    const values = { batchId, fileName, rows, uploadedBy, uploadedAt: act.at };
    return one(await tx.insert(bankResults).values(values).returning()).id;
  });
}

/** The answer row by row, each with its order and what is wrong with it, if anything. */
export async function findBankResult(by: OfficeStaff, resultId: Id<"bank_result">) {
  const [found] = await db
    .select({ result: bankResults, number: paymentBatches.number })
    .from(bankResults)
    .innerJoin(paymentBatches, eq(paymentBatches.id, bankResults.batchId))
    .where(and(eq(bankResults.id, resultId), eq(paymentBatches.officeId, by.officeId)));
  if (!found) return undefined;
  const { batchId, fileName, recordedAt, rows } = found.result;
  const orders = await listOrders(db, batchId);
  const checked = checkBankRows(rows, orders, by.userId);
  return { batchId, number: found.number, fileName, recordedAt, rows: checked };
}
