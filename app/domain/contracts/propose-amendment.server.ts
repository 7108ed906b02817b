import type { Act, Officer } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { type Id, newId } from "#app/values/id.ts";
import type { Fen } from "#app/values/money.ts";
import type { Day } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { contractAmendments } from "#db/schema/contract-changes.ts";
import { lockAmendable, refuseImpossible } from "./amendable.server.ts";
import { type AmendmentCode, openAmendmentStates, redivided } from "./amendment.ts";
import type { MilestoneTerms } from "./terms.ts";

export type AmendmentWish = {
  contractId: Id<"contract">;
  code: AmendmentCode;
  text: string;
  /** Fen, up or down. */
  valueChange: Fen;
  quantityChange: number;
  newEndsOn: Day | null;
  /** The milestones that were not claimed, as they are to be. */
  parts: MilestoneTerms[];
};

/** The officer proposes a change of a contract in force; one at a time, so that each is decided knowing the last. */
export async function proposeAmendment(act: Act<Officer>, wish: AmendmentWish) {
  const { contractId, ...change } = wish;
  return await db.transaction(async (tx) => {
    const amendable = await lockAmendable(tx, act.by, contractId);
    const { contract, amendments, milestones } = amendable;
    const open: readonly string[] = openAmendmentStates;
    if (amendments.some(({ state }) => open.includes(state))) {
      throw new Refusal("amendment.another_open");
    }
    const claimed = redivided(milestones, []).kept.length;
    await refuseImpossible(tx, amendable, { ...change, claimed });
    const id = newId<"contract_amendment">();
    const proposed = { proposedBy: act.by.userId, proposedAt: contract.tender.now };
    const number = amendments.length + 1;
    await tx
      .insert(contractAmendments)
      .values({ id, contractId, number, ...change, claimed, ...proposed });
    const { valueChange, code } = change;
    const said = { name: "contract.amendment_proposed", contractId, code, valueChange } as const;
    await record(tx, act, contract.officeId, { ...said, amendmentId: id });
    return id;
  });
}
