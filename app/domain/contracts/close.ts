import type { RefusalCode } from "#app/domain/refusal.ts";
import { type Day, dayOf } from "#app/values/time.ts";
import type { ContractStatus } from "./contract.ts";

/** What is still on its way under a contract. */
export type ContractStanding = {
  /** Bookings that are neither over nor decided. */
  openBookings: number;
  /** Accepted services that no claim holds, and that a milestone is left for. */
  unclaimed: number;
  /** Claims that nobody has decided, and pays that are owed. */
  openClaims: number;
  /** Milestones that nobody has claimed. */
  scheduled: number;
};

type Closing = { status: ContractStatus; endsOn: Day; closedAt: Date | null };

/** Why the contract cannot be settled yet, if anything. */
export function closeObstacle(
  { status, endsOn, closedAt }: Closing,
  { openBookings, unclaimed, openClaims, scheduled }: ContractStanding,
  now: Date,
): RefusalCode | undefined {
  if (closedAt || (status !== "active" && status !== "terminated")) return "lifecycle.not_now";
  if (openBookings > 0) return "closing.bookings_open";
  if (openClaims > 0) return "closing.claims_open";
  if (unclaimed > 0) return "closing.unclaimed";
  const running = status === "active" && scheduled > 0 && dayOf(now) <= endsOn;
  return running ? "closing.still_running" : undefined;
}
