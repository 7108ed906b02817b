import type { RefusalCode } from "#app/domain/refusal.ts";
import { type Day, dayOf } from "#app/values/time.ts";
import type { ContractStatus, MilestoneState } from "../contracts/contract.ts";

type Known = { position: number; state: MilestoneState; dueOn: Day };

/**
 * Why the milestone cannot be claimed yet, if anything: they are claimed in turn, the last one not before it is due,
 * unless the contract was terminated and nothing more will be delivered.
 */
export function claimObstacle(
  contract: { status: ContractStatus },
  milestone: Known,
  all: readonly Known[],
  now: Date,
): RefusalCode | undefined {
  const { status } = contract;
  if (status !== "active" && status !== "terminated") return "milestone.contract_not_active";
  const settled = ({ state }: Known) => state === "accepted" || state === "paid";
  const earlier = all.filter(({ position }) => position < milestone.position);
  if (!earlier.every(settled)) return "milestone.earlier_first";
  const last = all.every(({ position }) => position <= milestone.position);
  return last && status === "active" && dayOf(now) < milestone.dueOn
    ? "milestone.not_due"
    : undefined;
}
