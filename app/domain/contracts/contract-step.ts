import type { LoopStep } from "#app/i18n/loop-step.ts";
import type { ContractStatus } from "./contract.ts";

/** How far a contract has come; nothing is paid before something was delivered. */
export type Progress = {
  status: ContractStatus;
  booked: number | null;
  delivered: number | null;
};

/** At which step of the loop a contract stands: the first that is not done yet. */
export function contractStep({ status, booked, delivered }: Progress): LoopStep | "all" {
  if (status === "completed") return "all";
  if (status === "pending" || status === "terminated") return "signed";
  if (delivered) return "paid";
  return booked ? "delivered" : "booked";
}
