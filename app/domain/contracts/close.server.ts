import { and, eq, sql } from "drizzle-orm";
import type { Act, Officer } from "#app/domain/act.ts";
import { contended } from "#app/domain/bookings/contention.server.ts";
import { step } from "#app/domain/lifecycle.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { withdrawOffers } from "#app/domain/services/withdraw-offers.server.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { contractAmendments } from "#db/schema/contract-changes.ts";
import { contractCounters, contracts } from "#db/schema/contracts.ts";
import { closeObstacle } from "./close.ts";
import { contractLifecycle } from "./contract.ts";
import { type LockedContract, lockContract } from "./lock.server.ts";
import { committedOf, moveContractMoney } from "./money.server.ts";
import { standingOf } from "./standing.server.ts";

/**
 * The officer settles a contract for good: offers close, and what was neither paid nor owed goes back to the fund.
 * A contract that ran its time is completed; one that was terminated stays so.
 */
export async function closeContract(act: Act<Officer>, contractId: Id<"contract">) {
  await contended(() =>
    db.transaction(async (tx) => {
      await withdrawOffers(tx, act, contractId);
      const contract = await lockContract(tx, act.by, contractId);
      const at = contract.tender.now;
      const obstacle = closeObstacle(contract, await standingOf(tx, contractId), at);
      if (obstacle) throw new Refusal(obstacle);
      await close(tx, { by: act.by, at }, contract);
    }),
  );
}

async function close(tx: Tx, act: Act<Officer>, contract: LockedContract) {
  const { id: contractId, officeId, status: before } = contract;
  const status = before === "active" ? step(contractLifecycle, before, "complete") : before;
  const open = sql`${contractAmendments.state} in ('proposed', 'agreed')`;
  const waiting = and(eq(contractAmendments.contractId, contractId), open);
  if ((await tx.$count(contractAmendments, waiting)) > 0) {
    throw new Refusal("amendment.another_open");
  }
  await tx
    .update(contracts)
    .set({ status, closedAt: act.at, closedBy: act.by.userId })
    .where(eq(contracts.id, contractId));
  await tx
    .update(contractCounters)
    .set({ fundLimit: sql`${contractCounters.fundReserved} + ${contractCounters.fundUsed}` })
    .where(eq(contractCounters.contractId, contractId));
  const amount = await committedOf(tx, contractId);
  const memo = contract.title;
  await moveContractMoney(tx, act, contract, { kind: "close", entityId: contractId, amount, memo });
  await record(tx, act, officeId, { name: "contract.closed", contractId, returned: amount });
  await announce(tx);
}
