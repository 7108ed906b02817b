import { and, asc, eq, inArray } from "drizzle-orm";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { contracts } from "#db/schema/contracts.ts";
import { paymentBatches } from "#db/schema/payment-batches.ts";

/** Contracts, and with them their milestones, locked in the order of their ids: two who pay several never wait for each other. */
export async function lockContracts(tx: Tx, ids: readonly Id<"contract">[]): Promise<void> {
  await tx
    .select({ id: contracts.id })
    .from(contracts)
    .where(inArray(contracts.id, [...ids]))
    .orderBy(asc(contracts.id))
    .for("no key update");
}

/** The office's batch, locked until the transaction ends. */
export async function lockBatch(tx: Tx, officeId: Id<"office">, batchId: Id<"payment_batch">) {
  const [batch] = await tx
    .select()
    .from(paymentBatches)
    .where(and(eq(paymentBatches.id, batchId), eq(paymentBatches.officeId, officeId)))
    .for("update");
  if (!batch) throw new Refusal("not_found");
  return batch;
}
