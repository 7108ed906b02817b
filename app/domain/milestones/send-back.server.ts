import { eq } from "drizzle-orm";
import type { Act, Officer } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { milestoneLifecycle } from "#app/domain/contracts/contract.ts";
import { step } from "#app/domain/lifecycle.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { bookings } from "#db/schema/bookings.ts";
import { contracts, milestones } from "#db/schema/contracts.ts";
import { milestoneChecks } from "#db/schema/milestone-checks.ts";
import { lockMilestone } from "./lock.server.ts";

/** The claim goes back with a reason: its bookings can be claimed anew, and another sample will be asked then. */
export async function sendBackMilestone(
  { by }: Act<Officer>,
  { milestoneId, reason }: { milestoneId: Id<"milestone">; reason: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    const own = eq(contracts.officeId, by.officeId);
    const { milestone } = await lockMilestone(tx, own, milestoneId);
    const state = step(milestoneLifecycle, milestone.state, "send_back");
    const at = await databaseNow(tx);
    await tx
      .update(bookings)
      .set({ milestoneId: null })
      .where(eq(bookings.milestoneId, milestoneId));
    await tx.delete(milestoneChecks).where(eq(milestoneChecks.milestoneId, milestoneId));
    const unclaimed = { claimedAt: null, claimedBy: null, sampleSeed: null };
    await tx
      .update(milestones)
      .set({ state, sentBackReason: reason, ...unclaimed })
      .where(eq(milestones.id, milestoneId));
    const sentBack = { name: "milestone.sent_back", milestoneId, reason } as const;
    await record(tx, { by, at }, by.officeId, sentBack);
    await announce(tx);
  });
}
