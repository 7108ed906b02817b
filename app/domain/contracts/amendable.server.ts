import { asc, eq } from "drizzle-orm";
import type { Manager, OfficeStaff } from "#app/domain/act.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { type Fen, fen } from "#app/values/money.ts";
import type { Tx } from "#db/client.server.ts";
import { contractAmendments } from "#db/schema/contract-changes.ts";
import { contractCounters, milestones } from "#db/schema/contracts.ts";
import { redivided, roomToRaise } from "./amendment.ts";
import { milestoneRefusals } from "./divide.server.ts";
import { lockContract } from "./lock.server.ts";
import { milestoneProblems } from "./terms.ts";

type Amendment = typeof contractAmendments.$inferSelect;
export type Change = Pick<
  Amendment,
  "valueChange" | "quantityChange" | "newEndsOn" | "parts" | "claimed"
>;
export type Amendable = Awaited<ReturnType<typeof lockAmendable>>;

/** A contract in force with its amendments and milestones, none of which changes until the transaction ends. */
export async function lockAmendable(tx: Tx, by: OfficeStaff | Manager, contractId: Id<"contract">) {
  const contract = await lockContract(tx, by, contractId);
  const amendments = await tx
    .select()
    .from(contractAmendments)
    .where(eq(contractAmendments.contractId, contractId))
    .orderBy(asc(contractAmendments.number));
  const all = await tx
    .select()
    .from(milestones)
    .where(eq(milestones.contractId, contractId))
    .orderBy(asc(milestones.position));
  return { contract, amendments, milestones: all };
}

/** One of the contract's amendments; another contract's is not found. */
export function amendmentOf({ amendments }: Amendable, amendmentId: Id<"contract_amendment">) {
  const amendment = amendments.find(({ id }) => id === amendmentId);
  if (!amendment) throw new Refusal("not_found");
  return amendment;
}

/** Refuses a change that the contract as it stands cannot take: asked when it is proposed, and again when it is signed. */
export async function refuseImpossible(tx: Tx, amendable: Amendable, change: Change) {
  const { contract, amendments } = amendable;
  if (contract.status !== "active") throw new Refusal("amendment.not_active");
  const { valueChange, quantityChange, newEndsOn } = change;
  const made = amendments.flatMap(({ at, ...one }) => (at ? [one.valueChange] : []));
  const { amendmentLimitBp } = contract.tender.rules;
  if (valueChange > roomToRaise(contract.value, made, amendmentLimitBp)) {
    throw new Refusal("amendment.over_limit");
  }
  if (contract.quantity + quantityChange < 1) throw new Refusal("amendment.no_quantity");
  if (newEndsOn && newEndsOn < contract.startsOn) throw new Refusal("amendment.ends_before_start");
  const newValue = fen(contract.value + valueChange);
  await refuseBelowBooked(tx, contract.id, newValue);
  refuseDivision(amendable, change, newValue);
}

/** Live bookings, and what was accepted or paid, are kept to. */
async function refuseBelowBooked(tx: Tx, contractId: Id<"contract">, newValue: Fen) {
  const [counter] = await tx
    .select()
    .from(contractCounters)
    .where(eq(contractCounters.contractId, contractId))
    .for("update");
  if (!counter) throw new Error("a contract has its counters");
  if (newValue < counter.fundReserved + counter.fundUsed) {
    throw new Refusal("amendment.below_booked");
  }
}

function refuseDivision({ contract, milestones: all }: Amendable, change: Change, newValue: Fen) {
  const { whole, kept } = redivided(all, change.parts);
  if (kept.length !== change.claimed) throw new Refusal("amendment.claimed_meanwhile");
  const carried = all.some((one) => one.state === "scheduled" && one.carried > 0);
  if (carried && change.parts.length === 0) throw new Refusal("amendment.part_needed");
  const { startsOn, endsOn } = contract;
  const period = { startsOn, endsOn: change.newEndsOn ?? endsOn };
  const [problem] = milestoneProblems(whole, newValue, period);
  if (problem) throw new Refusal(milestoneRefusals[problem]);
}
