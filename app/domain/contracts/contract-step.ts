import type { LoopStep } from "#app/i18n/loop-step.ts";
import type { ContractStatus, MilestoneState } from "./contract.ts";

type Progress = {
  status: ContractStatus;
  booked: number | null;
  delivered: number | null;
  milestones: readonly { state: MilestoneState }[];
};

/** At which step of the loop a contract stands: the first that is not done yet. */
export function contractStep({
  status,
  booked,
  delivered,
  milestones,
}: Progress): LoopStep | "all" {
  if (status === "completed") return "all";
  if (status === "pending" || status === "terminated") return "signed";
  if (milestones.some(({ state }) => state === "paid")) return "paid";
  if (delivered) return "paid";
  return booked ? "delivered" : "booked";
}
