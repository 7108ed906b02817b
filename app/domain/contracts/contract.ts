import { addTo, days } from "#app/values/time.ts";
import type { Lifecycle } from "../lifecycle.ts";

export const contractStatuses = ["pending", "active", "completed", "terminated"] as const;
export type ContractStatus = (typeof contractStatuses)[number];

export const contractLifecycle = {
  pending: { activate: "active", terminate: "terminated" },
  active: { complete: "completed", terminate: "terminated" },
  completed: {},
  terminated: {},
} as const satisfies Lifecycle<ContractStatus>;

/** Until when both sides may sign, later by as long as the tender was suspended; a winner who has not by then counts as declining. */
export const signingEndsAt = (
  awardedAt: Date,
  { signingDays }: { signingDays: number },
  paused: number,
): Date => addTo(awardedAt, days(signingDays) + paused);

export const milestoneStates = ["scheduled", "claimed", "accepted", "paid"] as const;
export type MilestoneState = (typeof milestoneStates)[number];

/** A claim that is sent back is scheduled again; its bookings can be claimed anew. */
export const milestoneLifecycle = {
  scheduled: { claim: "claimed" },
  claimed: { accept: "accepted", send_back: "scheduled" },
  accepted: { pay: "paid" },
  paid: {},
} as const satisfies Lifecycle<MilestoneState>;
