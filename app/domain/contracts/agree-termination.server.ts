import { eq } from "drizzle-orm";
import { withCode } from "#app/domain/accounts/spend-code.server.ts";
import type { Act, Manager } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { contractTerminations } from "#db/schema/contract-changes.ts";
import { lockTermination } from "./lock-termination.server.ts";
import type { Signature } from "./sign.server.ts";

/** The organization signs a termination by agreement; the approver confirms it after that. */
export async function agreeToTermination(act: Act<Manager>, { contractId, code }: Signature) {
  await withCode(act, code, async (tx) => {
    const { contract, termination } = await lockTermination(tx, act.by, contractId);
    if (!termination.mutual) throw new Refusal("termination.not_mutual");
    if (termination.agreedAt) throw new Refusal("contract.signed_already");
    await tx
      .update(contractTerminations)
      .set({ agreedBy: act.by.userId, agreedAt: contract.tender.now })
      .where(eq(contractTerminations.id, termination.id));
    const agreed = { name: "contract.termination_agreed", contractId } as const;
    await record(tx, act, contract.officeId, agreed);
  });
}
