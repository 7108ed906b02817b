import { and, eq } from "drizzle-orm";
import { step } from "#app/domain/lifecycle.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { contracts } from "#db/schema/contracts.ts";
import { contractLifecycle } from "./contract.ts";

/**
 * A tender that ends, or is scored again, takes the contracts with it that were drawn up but never came into force; a bid
 * that is passed over, its own.
 */
export async function dropUnsignedContracts(
  tx: Tx,
  tenderId: Id<"tender">,
  bidId?: Id<"bid">,
): Promise<void> {
  const status = step(contractLifecycle, "pending", "terminate");
  const pending = and(eq(contracts.tenderId, tenderId), eq(contracts.status, "pending"));
  await tx
    .update(contracts)
    .set({ status })
    .where(bidId ? and(pending, eq(contracts.bidId, bidId)) : pending);
}
