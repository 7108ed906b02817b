import type { Lifecycle } from "../lifecycle.ts";

export const tenderStatuses = [
  "draft",
  "consulting",
  "in_review",
  "open",
  "closed",
  "evaluating",
  "recommended",
  "publicised",
  "awarded",
  "contracted",
  "failed",
  "cancelled",
] as const;
export type TenderStatus = (typeof tenderStatuses)[number];

/** From the first draft to the signed contract; the guards of each step are in its command. */
export const tenderLifecycle = {
  draft: { consult: "consulting", submit: "in_review", cancel: "cancelled" },
  consulting: { submit: "in_review", take_back: "draft", cancel: "cancelled" },
  in_review: { publish: "open", send_back: "draft", cancel: "cancelled" },
  open: { amend: "open", close: "closed", cancel: "cancelled" },
  closed: { open_bids: "evaluating", fail: "failed", cancel: "cancelled" },
  evaluating: {
    recommend: "recommended",
    call_final_offers: "open",
    reopen: "evaluating",
    fail: "failed",
    cancel: "cancelled",
  },
  recommended: { publicise: "publicised", reopen: "evaluating", cancel: "cancelled" },
  publicised: { award: "awarded", reopen: "evaluating", fail: "failed", cancel: "cancelled" },
  awarded: {
    contract: "contracted",
    pass_over: "publicised",
    go_on: "awarded",
    reopen: "evaluating",
    fail: "failed",
    cancel: "cancelled",
  },
  contracted: {},
  failed: {},
  cancelled: {},
} as const satisfies Lifecycle<TenderStatus>;

/** How a supplier is found. */
export const methods = [
  "open_scored",
  "consult",
  "lowest_price",
  "direct",
  "two_way",
  "panel",
] as const;
export type Method = (typeof methods)[number];

export const profiles = ["community", "statutory"] as const;
export type Profile = (typeof profiles)[number];

export const criterionKinds = ["price", "quality", "performance"] as const;
export type CriterionKind = (typeof criterionKinds)[number];

/** In what capacity somebody sits on a panel. */
export const panelCapacities = ["office", "expert", "resident_representative", "witness"] as const;
export type PanelCapacity = (typeof panelCapacities)[number];

/** Why a tender came to nothing: failures are found, cancellations are decided. */
export const failureCodes = ["too_few_bids", "too_few_responsive", "nobody_left"] as const;
export type FailureCode = (typeof failureCodes)[number];
export const cancellationCodes = [
  "need_changed",
  "money",
  "mistake",
  "law",
  "force_majeure",
  "other",
] as const;
export type CancellationCode = (typeof cancellationCodes)[number];
/** An objection was upheld: the approver does not choose it, her decision does. */
export const upheldCode = "objection_upheld";
export type UpheldCode = typeof upheldCode;
export const endCodes = [...failureCodes, ...cancellationCodes, upheldCode] as const;
export type EndCode = (typeof endCodes)[number];

/** Why the winner gets no contract, so that the next rank moves up. */
export const passOverCodes = ["declined", "not_signed", "ineligible"] as const;
/** Where both sides choose, the office may also say no itself. */
export type PassOverCode = (typeof passOverCodes)[number] | "office_declined";

type Clocked = { status: TenderStatus; deadline: Date | null; suspendedAt: Date | null };

/** A tender's status as of now: after its deadline it reads as closed even if no timer ran; suspended, it stands still. */
export function statusAt({ status, deadline, suspendedAt }: Clocked, now: Date): TenderStatus {
  const over = deadline !== null && (suspendedAt ?? now) >= deadline;
  return status === "open" && over ? "closed" : status;
}
