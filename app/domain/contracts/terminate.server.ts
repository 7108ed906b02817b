import { and, eq, sql } from "drizzle-orm";
import { withCode } from "#app/domain/accounts/spend-code.server.ts";
import type { Act, Approver } from "#app/domain/act.ts";
import { cancelComingBookings } from "#app/domain/bookings/cancel-coming.server.ts";
import { contended } from "#app/domain/bookings/contention.server.ts";
import { step } from "#app/domain/lifecycle.ts";
import { officialNumber } from "#app/domain/offices/document-number.server.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { withdrawOffers } from "#app/domain/services/withdraw-offers.server.ts";
import { fen } from "#app/values/money.ts";
import type { Tx } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { contractAmendments, contractTerminations } from "#db/schema/contract-changes.ts";
import { contractCounters, contracts } from "#db/schema/contracts.ts";
import { contractLifecycle } from "./contract.ts";
import type { LockedContract } from "./lock.server.ts";
import { lockTermination } from "./lock-termination.server.ts";
import { moveContractMoney } from "./money.server.ts";
import type { Signature } from "./sign.server.ts";

/**
 * The approver confirms: the contract is over. Offers close, coming bookings are cancelled as the provider's, and what
 * nobody can claim any more goes back to the fund. What was delivered can still be claimed, accepted and paid.
 */
export async function terminateContract(act: Act<Approver>, { contractId, code }: Signature) {
  await contended(() =>
    withCode(act, code, async (tx) => {
      await withdrawOffers(tx, act, contractId);
      const { contract, termination } = await lockTermination(tx, act.by, contractId);
      const status = step(contractLifecycle, contract.status, "terminate");
      if (termination.proposedBy === act.by.userId) throw new Refusal("termination.own_proposal");
      if (termination.mutual && !termination.agreedAt) throw new Refusal("termination.not_agreed");
      const { officeId, tender } = contract;
      const at = tender.now;
      const reason = termination.text;
      await tx
        .update(contracts)
        .set({ status, terminatedAt: at, terminatedReason: reason })
        .where(eq(contracts.id, contractId));
      await cancelComingBookings(tx, { by: act.by, at }, { contractId, reason });
      await giveBackUnbooked(tx, { by: act.by, at }, contract, reason);
      await dropOpenAmendment(tx, contract);
      const documentNumber = await officialNumber(tx, officeId, "termination", at);
      await tx
        .update(contractTerminations)
        .set({ documentNumber, confirmedBy: act.by.userId, confirmedAt: at })
        .where(eq(contractTerminations.id, termination.id));
      const over = { name: "contract.terminated", contractId, code: termination.code } as const;
      await record(tx, act, officeId, { ...over, reason });
      await announce(tx);
    }),
  );
}

/** Residents can book no more of it: what is neither used nor on its way is free. */
async function giveBackUnbooked(tx: Tx, act: Act, contract: LockedContract, memo: string) {
  const { id: contractId, value } = contract;
  const { fundReserved, fundUsed } = one(
    await tx
      .update(contractCounters)
      .set({ fundLimit: sql`${contractCounters.fundReserved} + ${contractCounters.fundUsed}` })
      .where(eq(contractCounters.contractId, contractId))
      .returning(),
  );
  const amount = fen(value - fundReserved - fundUsed);
  await moveContractMoney(tx, act, contract, {
    kind: "terminate",
    entityId: contractId,
    amount,
    memo,
  });
}

async function dropOpenAmendment(tx: Tx, { id }: LockedContract) {
  const open = sql`${contractAmendments.state} in ('proposed', 'agreed')`;
  await tx
    .update(contractAmendments)
    .set({ state: "dropped" })
    .where(and(eq(contractAmendments.contractId, id), open));
}
