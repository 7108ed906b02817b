import { eq } from "drizzle-orm";
import type { Act, Approver, Manager, Officer } from "#app/domain/act.ts";
import { step } from "#app/domain/lifecycle.ts";
import { record } from "#app/domain/record.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { contractAmendments } from "#db/schema/contract-changes.ts";
import { amendmentOf, lockAmendable } from "./amendable.server.ts";
import { amendmentLifecycle } from "./amendment.ts";

export type AmendmentDrop = {
  contractId: Id<"contract">;
  amendmentId: Id<"contract_amendment">;
};

/** Either side drops a change that is not in force yet: the contract stays as it is. */
export async function dropAmendment(act: Act<Officer | Approver | Manager>, drop: AmendmentDrop) {
  const { contractId, amendmentId } = drop;
  await db.transaction(async (tx) => {
    const amendable = await lockAmendable(tx, act.by, contractId);
    const amendment = amendmentOf(amendable, amendmentId);
    const state = step(amendmentLifecycle, amendment.state, "drop");
    await tx
      .update(contractAmendments)
      .set({ state })
      .where(eq(contractAmendments.id, amendmentId));
    const dropped = { name: "contract.amendment_dropped", contractId, amendmentId } as const;
    await record(tx, act, amendable.contract.officeId, dropped);
  });
}
