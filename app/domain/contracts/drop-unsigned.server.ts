import { and, eq } from "drizzle-orm";
import { step } from "#app/domain/lifecycle.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { contracts } from "#db/schema/contracts.ts";
import { contractLifecycle } from "./contract.ts";

/** A tender that ends takes the contract with it that was drawn up but never came into force. */
export async function dropUnsignedContract(tx: Tx, tenderId: Id<"tender">): Promise<void> {
  const status = step(contractLifecycle, "pending", "terminate");
  await tx
    .update(contracts)
    .set({ status })
    .where(and(eq(contracts.tenderId, tenderId), eq(contracts.status, "pending")));
}
