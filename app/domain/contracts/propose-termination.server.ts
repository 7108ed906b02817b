import { and, eq, isNull } from "drizzle-orm";
import type { Act, Officer } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { type Id, newId } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { contractTerminations } from "#db/schema/contract-changes.ts";
import { lockContract } from "./lock.server.ts";
import type { TerminationCode } from "./termination.ts";

export type TerminationWish = {
  contractId: Id<"contract">;
  code: TerminationCode;
  text: string;
  /** The organization is to sign as well. */
  mutual: boolean;
};

/** The officer proposes to end a contract in force before its time; nothing changes until an approver confirms it. */
export async function proposeTermination(act: Act<Officer>, wish: TerminationWish) {
  const { contractId, code, mutual } = wish;
  await db.transaction(async (tx) => {
    const contract = await lockContract(tx, act.by, contractId);
    if (contract.status !== "active") throw new Refusal("lifecycle.not_now");
    const open = and(
      eq(contractTerminations.contractId, contractId),
      isNull(contractTerminations.droppedAt),
    );
    if ((await tx.$count(contractTerminations, open)) > 0)
      throw new Refusal("termination.proposed");
    const id = newId<"contract_termination">();
    const proposed = { proposedBy: act.by.userId, proposedAt: contract.tender.now };
    await tx.insert(contractTerminations).values({ id, ...wish, ...proposed });
    const said = { name: "contract.termination_proposed", contractId, code, mutual } as const;
    await record(tx, act, contract.officeId, said);
  });
}
