import { eq } from "drizzle-orm";
import type { Act, Manager } from "#app/domain/act.ts";
import { contended } from "#app/domain/bookings/contention.server.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { milestoneLifecycle } from "#app/domain/contracts/contract.ts";
import { step } from "#app/domain/lifecycle.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { contracts, milestones } from "#db/schema/contracts.ts";
import { milestoneChecks } from "#db/schema/milestone-checks.ts";
import { takeClaimable } from "./claimable.server.ts";
import { type LockedMilestone, lockMilestone } from "./lock.server.ts";
import { claimObstacle } from "./milestone.ts";
import { chooseSample } from "./sample.ts";

/** The organization asks to be paid for what residents have accepted; a sample of them is asked whether that is so. */
export async function claimMilestone(
  { by }: Act<Manager>,
  { milestoneId }: { milestoneId: Id<"milestone"> },
): Promise<void> {
  const own = eq(contracts.organizationId, by.organizationId);
  await contended(() =>
    db.transaction(async (tx) => {
      const locked = await lockMilestone(tx, own, milestoneId);
      if (locked.milestone.state === "claimed") return;
      const at = await databaseNow(tx);
      await claim(tx, { by, at }, locked);
      await announce(tx);
    }),
  );
}

async function claim(tx: Tx, act: Act<Manager>, { contract, milestone, all }: LockedMilestone) {
  const { id: milestoneId } = milestone;
  const state = step(milestoneLifecycle, milestone.state, "claim");
  const obstacle = claimObstacle(contract, milestone, all, act.at);
  if (obstacle) throw new Refusal(obstacle);

  const { served, fund } = await takeClaimable(tx, milestone);
  if (fund === 0) throw new Refusal("milestone.nothing_to_claim");
  const claimed = { name: "milestone.claimed", milestoneId, bookings: served.length } as const;
  const { digest: sampleSeed } = await record(tx, act, contract.officeId, claimed);
  const made = { claimedAt: act.at, claimedBy: act.by.userId, sentBackReason: null };
  await tx
    .update(milestones)
    .set({ state, sampleSeed, ...made })
    .where(eq(milestones.id, milestoneId));
  const asked = await chooseSample(sampleSeed, served);
  await tx.insert(milestoneChecks).values(asked.map((one) => ({ milestoneId, ...one })));
}
