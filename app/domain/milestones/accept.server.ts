import { eq } from "drizzle-orm";
import type { Act, Officer } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { milestoneLifecycle } from "#app/domain/contracts/contract.ts";
import { step } from "#app/domain/lifecycle.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import type { Fen } from "#app/values/money.ts";
import { db, type Tx } from "#db/client.server.ts";
import { contracts, milestones } from "#db/schema/contracts.ts";
import { answeredEnough, type MilestoneCalculation } from "./calculation.ts";
import { type LockedMilestone, lockMilestone } from "./lock.server.ts";
import { moveMilestoneMoney } from "./money.server.ts";
import { outcomeOf } from "./outcome.server.ts";

export type MilestoneAcceptance = {
  milestoneId: Id<"milestone">;
  /** The pay that the page showed; another one by now is refused. */
  expectedPay?: Fen;
};

/**
 * The office accepts a claim once half of the sample has answered: the pay is computed, published and owed, the deduction
 * for quality goes back to the fund, and what the claim left of the cap stays for the next milestone.
 */
export async function acceptMilestone({ by }: Act<Officer>, wish: MilestoneAcceptance) {
  const { milestoneId, expectedPay } = wish;
  await db.transaction(async (tx) => {
    const locked = await lockMilestone(tx, eq(contracts.officeId, by.officeId), milestoneId);
    const state = step(milestoneLifecycle, locked.milestone.state, "accept");
    const calculation = await outcomeOf(tx, locked.milestone);
    refuseUnready(calculation, expectedPay);
    const act = { by, at: await databaseNow(tx) };
    const { pay, deduction } = calculation.result;
    await moveMilestoneMoney(tx, act, locked, "accept", pay);
    await moveMilestoneMoney(tx, act, locked, "deduct", deduction);
    const accepted = { acceptedAt: act.at, acceptedBy: by.userId };
    await passOn(tx, locked, calculation.unused);
    await tx
      .update(milestones)
      .set({ state, calculation, pay, ...accepted })
      .where(eq(milestones.id, milestoneId));
    await record(tx, act, by.officeId, { name: "milestone.accepted", milestoneId, pay });
    await announce(tx);
  });
}

function refuseUnready(calculation: MilestoneCalculation, expectedPay: Fen | undefined): void {
  if (calculation.result.base === 0) throw new Refusal("milestone.nothing_confirmed");
  if (!answeredEnough(calculation.sample)) throw new Refusal("milestone.sample_waiting");
  if (expectedPay !== undefined && expectedPay !== calculation.result.pay) {
    throw new Refusal("conflict");
  }
}

/** What the claim left of the cap may be paid with the next milestone; after the last one it stays committed. */
async function passOn(tx: Tx, { milestone, all }: LockedMilestone, unused: Fen): Promise<void> {
  const next = all.find(({ position }) => position === milestone.position + 1);
  if (!next) return;
  await tx.update(milestones).set({ carried: unused }).where(eq(milestones.id, next.id));
}
