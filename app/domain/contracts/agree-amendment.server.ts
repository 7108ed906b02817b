import { eq } from "drizzle-orm";
import { withCode } from "#app/domain/accounts/spend-code.server.ts";
import type { Act, Approver } from "#app/domain/act.ts";
import { step } from "#app/domain/lifecycle.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { contractAmendments } from "#db/schema/contract-changes.ts";
import { amendmentOf, lockAmendable, refuseImpossible } from "./amendable.server.ts";
import { amendmentLifecycle } from "./amendment.ts";

export type AmendmentSignature = {
  contractId: Id<"contract">;
  amendmentId: Id<"contract_amendment">;
  code: string;
};

/** The approver signs the change for the office; whoever proposed it may not. */
export async function agreeToAmendment(act: Act<Approver>, signature: AmendmentSignature) {
  const { contractId, amendmentId, code } = signature;
  await withCode(act, code, async (tx) => {
    const amendable = await lockAmendable(tx, act.by, contractId);
    const amendment = amendmentOf(amendable, amendmentId);
    const state = step(amendmentLifecycle, amendment.state, "agree");
    if (amendment.proposedBy === act.by.userId) throw new Refusal("amendment.own_proposal");
    await refuseImpossible(tx, amendable, amendment);
    const { officeId, tender } = amendable.contract;
    await tx
      .update(contractAmendments)
      .set({ state, agreedBy: act.by.userId, agreedAt: tender.now })
      .where(eq(contractAmendments.id, amendmentId));
    const agreed = { name: "contract.amendment_agreed", contractId, amendmentId } as const;
    await record(tx, act, officeId, agreed);
  });
}
