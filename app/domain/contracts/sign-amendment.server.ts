import { and, eq, gt, sql } from "drizzle-orm";
import { withCode } from "#app/domain/accounts/spend-code.server.ts";
import type { Act, Manager } from "#app/domain/act.ts";
import { contended } from "#app/domain/bookings/contention.server.ts";
import { step } from "#app/domain/lifecycle.ts";
import { officialNumber } from "#app/domain/offices/document-number.server.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { type Fen, fen } from "#app/values/money.ts";
import type { Tx } from "#db/client.server.ts";
import { contractAmendments } from "#db/schema/contract-changes.ts";
import { contractCounters, contracts, milestones } from "#db/schema/contracts.ts";
import type { AmendmentSignature } from "./agree-amendment.server.ts";
import {
  type Amendable,
  amendmentOf,
  lockAmendable,
  refuseImpossible,
} from "./amendable.server.ts";
import { amendmentLifecycle, redivided } from "./amendment.ts";
import { moveContractMoney } from "./money.server.ts";

type Amendment = typeof contractAmendments.$inferSelect;

/**
 * The organization's manager signs, and the change is in force: value, quantity, period and milestones, what residents can
 * still book, and the fund, all at once or not at all. Refused where the fund has not enough for it.
 */
export async function signAmendment(act: Act<Manager>, signature: AmendmentSignature) {
  const { contractId, amendmentId, code } = signature;
  await contended(() =>
    withCode(act, code, async (tx) => {
      const amendable = await lockAmendable(tx, act.by, contractId);
      const amendment = amendmentOf(amendable, amendmentId);
      const state = step(amendmentLifecycle, amendment.state, "sign");
      await refuseImpossible(tx, amendable, amendment);
      const { contract } = amendable;
      const { officeId, tender } = contract;
      const newValue = await change(tx, amendable, amendment);
      const at = tender.now;
      await moveValue(tx, { by: act.by, at }, amendable, amendment);
      const number = await officialNumber(tx, officeId, "amendment", at);
      await tx
        .update(contractAmendments)
        .set({ state, signedBy: act.by.userId, at, documentNumber: number, newValue })
        .where(eq(contractAmendments.id, amendmentId));
      const { valueChange } = amendment;
      const amended = { name: "contract.amended", contractId, amendmentId, valueChange } as const;
      await record(tx, act, officeId, { ...amended, value: newValue });
      await announce(tx);
    }),
  );
}

async function change(tx: Tx, { contract, milestones: all }: Amendable, amendment: Amendment) {
  const { id: contractId, quantity, endsOn } = contract;
  const value = fen(contract.value + amendment.valueChange);
  await tx
    .update(contracts)
    .set({
      value,
      quantity: quantity + amendment.quantityChange,
      endsOn: amendment.newEndsOn ?? endsOn,
    })
    .where(eq(contracts.id, contractId));
  await tx
    .update(contractCounters)
    .set({ fundLimit: sql`${contractCounters.fundLimit} + ${amendment.valueChange}` })
    .where(eq(contractCounters.contractId, contractId));
  const { parts, whole } = redivided(all, amendment.parts);
  for (const { position, ...terms } of parts) {
    await tx
      .insert(milestones)
      .values({ contractId, position, ...terms })
      .onConflictDoUpdate({ target: [milestones.contractId, milestones.position], set: terms });
  }
  await tx
    .delete(milestones)
    .where(and(eq(milestones.contractId, contractId), gt(milestones.position, whole.length)));
  return value;
}

async function moveValue(tx: Tx, act: Act, { contract }: Amendable, amendment: Amendment) {
  const { id: entityId, valueChange, text: memo } = amendment;
  const kind = valueChange > 0 ? "amend_up" : "amend_down";
  const amount: Fen = fen(Math.abs(valueChange));
  await moveContractMoney(tx, act, contract, { kind, entityId, amount, memo });
}
