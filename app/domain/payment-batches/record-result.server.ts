import { and, eq } from "drizzle-orm";
import type { Act, Finance } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { step } from "#app/domain/lifecycle.ts";
import { lockMilestone } from "#app/domain/milestones/lock.server.ts";
import { payLockedMilestone } from "#app/domain/milestones/pay.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { contracts } from "#db/schema/contracts.ts";
import { bankResults, paymentBatches, paymentOrders } from "#db/schema/payment-batches.ts";
import { type BankRow, checkBankRows, outcomeOf } from "./bank-result.ts";
import { lockBatch, lockContracts } from "./lock.server.ts";
import { paymentOrderLifecycle } from "./payment-order.ts";
import { listOrders } from "./queries.server.ts";

type Order = Awaited<ReturnType<typeof listOrders>>[number];

/**
 * What the bank says is put on record: paid orders pay their milestones, failed ones leave them to a later batch. One wrong
 * row, and nothing is changed; what is on record already stays as it is, so that a file may come twice.
 */
export async function recordBankResult(
  { by }: Act<Finance>,
  resultId: Id<"bank_result">,
): Promise<void> {
  const { officeId } = by;
  await db.transaction(async (tx) => {
    const { batchId, rows } = await findResult(tx, officeId, resultId);
    await lockBatch(tx, officeId, batchId);
    const orders = await listOrders(tx, batchId);
    await lockContracts(
      tx,
      orders.map(({ contractId }) => contractId),
    );
    const act = { by, at: await databaseNow(tx) };
    const checked = checkBankRows(rows, orders, by.userId);
    if (checked.some(({ problem }) => problem)) throw new Refusal("result.wrong_rows");

    const counted = { paid: 0, failed: 0 };
    for (const { row, order } of checked) {
      const outcome = outcomeOf(row);
      if (!order || !outcome || order.state !== "sent") continue;
      if (outcome === "paid") await payOrder(tx, act, order, row);
      else await failOrder(tx, act, order, row);
      counted[outcome] += 1;
    }
    await tx.update(bankResults).set({ recordedAt: act.at }).where(eq(bankResults.id, resultId));
    if (counted.paid + counted.failed === 0) return;
    await record(tx, act, officeId, { name: "payment_batch.answered", batchId, ...counted });
  });
}

async function findResult(tx: Tx, officeId: Id<"office">, resultId: Id<"bank_result">) {
  const [found] = await tx
    .select({ result: bankResults })
    .from(bankResults)
    .innerJoin(paymentBatches, eq(paymentBatches.id, bankResults.batchId))
    .where(and(eq(bankResults.id, resultId), eq(paymentBatches.officeId, officeId)));
  if (!found) throw new Refusal("not_found");
  return found.result;
}

async function payOrder(tx: Tx, act: Act<Finance>, order: Order, row: BankRow) {
  const state = step(paymentOrderLifecycle, order.state, "pay");
  const bankReference = row.reference || order.serial;
  const scope = eq(contracts.officeId, act.by.officeId);
  const locked = await lockMilestone(tx, scope, order.milestoneId);
  await payLockedMilestone(tx, act, locked, bankReference);
  await tx
    .update(paymentOrders)
    .set({ state, answeredAt: act.at, bankReference })
    .where(eq(paymentOrders.id, order.id));
}

async function failOrder(tx: Tx, act: Act<Finance>, order: Order, { reason }: BankRow) {
  const state = step(paymentOrderLifecycle, order.state, "fail");
  await tx
    .update(paymentOrders)
    .set({ state, answeredAt: act.at, failedReason: reason })
    .where(eq(paymentOrders.id, order.id));
}
