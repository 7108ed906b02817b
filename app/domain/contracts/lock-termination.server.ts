import { and, eq, isNull } from "drizzle-orm";
import type { Manager, OfficeStaff } from "#app/domain/act.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { contractTerminations } from "#db/schema/contract-changes.ts";
import { lockContract } from "./lock.server.ts";

/** The termination that is proposed of a contract in force, with the contract, both kept until the transaction ends. */
export async function lockTermination(
  tx: Tx,
  by: OfficeStaff | Manager,
  contractId: Id<"contract">,
) {
  const contract = await lockContract(tx, by, contractId);
  const [termination] = await tx
    .select()
    .from(contractTerminations)
    .where(
      and(
        eq(contractTerminations.contractId, contractId),
        isNull(contractTerminations.droppedAt),
        isNull(contractTerminations.confirmedAt),
      ),
    );
  if (!termination) throw new Refusal("termination.none");
  return { contract, termination };
}
