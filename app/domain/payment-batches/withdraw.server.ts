import { and, eq, ne } from "drizzle-orm";
import type { Act, Finance } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { step } from "#app/domain/lifecycle.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { paymentBatches, paymentOrders } from "#db/schema/payment-batches.ts";
import { lockBatch } from "./lock.server.ts";
import { paymentOrderLifecycle } from "./payment-order.ts";

export type BatchWithdrawal = { batchId: Id<"payment_batch">; reason: string };

/** A batch that never went to the bank is withdrawn, and its milestones can be paid otherwise; not once the bank has answered. */
export async function withdrawBatch({ by }: Act<Finance>, wish: BatchWithdrawal): Promise<void> {
  const { batchId, reason } = wish;
  const { officeId } = by;
  await db.transaction(async (tx) => {
    await lockBatch(tx, officeId, batchId);
    const answered = and(eq(paymentOrders.batchId, batchId), ne(paymentOrders.state, "sent"));
    if (await tx.$count(paymentOrders, answered)) throw new Refusal("batch.answered");
    const state = step(paymentOrderLifecycle, "sent", "withdraw");
    const act = { by, at: await databaseNow(tx) };
    await tx
      .update(paymentOrders)
      .set({ state, answeredAt: act.at })
      .where(eq(paymentOrders.batchId, batchId));
    await tx
      .update(paymentBatches)
      .set({ withdrawnReason: reason })
      .where(eq(paymentBatches.id, batchId));
    await record(tx, act, officeId, { name: "payment_batch.withdrawn", batchId, reason });
  });
}
