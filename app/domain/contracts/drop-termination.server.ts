import { eq } from "drizzle-orm";
import type { Act, Approver, Officer } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { contractTerminations } from "#db/schema/contract-changes.ts";
import { lockTermination } from "./lock-termination.server.ts";

/** The office thinks better of it: the contract goes on. */
export async function dropTermination(act: Act<Officer | Approver>, contractId: Id<"contract">) {
  await db.transaction(async (tx) => {
    const { contract, termination } = await lockTermination(tx, act.by, contractId);
    await tx
      .update(contractTerminations)
      .set({ droppedAt: contract.tender.now })
      .where(eq(contractTerminations.id, termination.id));
    const dropped = { name: "contract.termination_dropped", contractId } as const;
    await record(tx, act, contract.officeId, dropped);
  });
}
