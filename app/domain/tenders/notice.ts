import { contractStep, type Progress } from "#app/domain/contracts/contract-step.ts";
import type { LoopStep } from "#app/i18n/loop-step.ts";
import type { TenderStatus } from "./tender.ts";

/** How the public list is narrowed: what takes bids, what is being decided, what was agreed, what came to nothing. */
export const noticeKinds = ["open", "deciding", "contracted", "ended"] as const;
export type NoticeKind = (typeof noticeKinds)[number];

type Life = { status: TenderStatus; publishedAt: Date | null; openedAt: Date | null };

const steps: Record<Exclude<TenderStatus, "failed" | "cancelled">, LoopStep> = {
  draft: "need",
  consulting: "need",
  in_review: "need",
  open: "open",
  closed: "open",
  evaluating: "scored",
  recommended: "scored",
  publicised: "scored",
  awarded: "signed",
  contracted: "booked",
};

/** How far on the way from need to payment a tender or its contract is; one that came to nothing stopped where it was. */
export function loopStepOf(
  { status, publishedAt, openedAt }: Life,
  contract?: Progress,
): { at: LoopStep | "all"; stopped: boolean } {
  if (contract) return { at: contractStep(contract), stopped: contract.status === "terminated" };
  if (status !== "failed" && status !== "cancelled") return { at: steps[status], stopped: false };
  return { at: openedAt ? "scored" : publishedAt ? "open" : "need", stopped: true };
}
