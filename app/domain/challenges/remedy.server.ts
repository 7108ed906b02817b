import type { Act, Approver, Supervisor } from "#app/domain/act.ts";
import { reopenScoring } from "#app/domain/tenders/reopen.server.ts";
import { suspend } from "#app/domain/tenders/suspend.server.ts";
import { canSuspend } from "#app/domain/tenders/suspension.ts";
import type { Tx } from "#db/client.server.ts";
import { canReopen } from "./challenge.ts";
import type { LockedChallenge } from "./lock.server.ts";

/**
 * What becomes of the tender when a challenge was found to be right: scoring opens again, or, where the tender file itself
 * is wrong or nothing is scored yet, the tender stands still until it is put right or cancelled. After the contract the
 * finding stands on record alone.
 */
export async function remedy(
  tx: Tx,
  act: Act<Approver | Supervisor>,
  { id: challengeId, subject, tender }: LockedChallenge,
  reason: string,
): Promise<void> {
  if (subject !== "tender_file" && canReopen(tender.status)) {
    await reopenScoring(tx, act, tender, { challengeId, reason });
  } else if (canSuspend(tender.status) && !tender.suspendedAt) {
    await suspend(tx, act, tender, reason);
  }
}
