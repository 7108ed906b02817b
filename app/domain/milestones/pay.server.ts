import { and, eq, sql } from "drizzle-orm";
import type { Act, Finance } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { milestoneLifecycle } from "#app/domain/contracts/contract.ts";
import { step } from "#app/domain/lifecycle.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { bookings } from "#db/schema/bookings.ts";
import { contracts, milestones } from "#db/schema/contracts.ts";
import { paymentOrders } from "#db/schema/payment-batches.ts";
import { type LockedMilestone, lockMilestone } from "./lock.server.ts";
import { moveMilestoneMoney } from "./money.server.ts";

export type MilestonePayment = { milestoneId: Id<"milestone">; reference: string };

/** Finance says that the bank has paid, with its reference; not what waits for the bank's answer in a batch. */
export async function payMilestone({ by }: Act<Finance>, wish: MilestonePayment): Promise<void> {
  const { milestoneId, reference } = wish;
  await db.transaction(async (tx) => {
    const locked = await lockMilestone(tx, eq(contracts.officeId, by.officeId), milestoneId);
    const waiting = and(
      eq(paymentOrders.milestoneId, milestoneId),
      eq(paymentOrders.state, "sent"),
    );
    if (await tx.$count(paymentOrders, waiting)) throw new Refusal("milestone.in_batch");
    await payLockedMilestone(tx, { by, at: await databaseNow(tx) }, locked, reference);
  });
}

/** A locked milestone is paid by somebody else than who accepted it, and its bookings are closed. */
export async function payLockedMilestone(
  tx: Tx,
  act: Act<Finance>,
  locked: LockedMilestone,
  reference: string,
): Promise<void> {
  const { id: milestoneId, acceptedBy, pay } = locked.milestone;
  const { officeId, userId: paidBy } = act.by;
  const state = step(milestoneLifecycle, locked.milestone.state, "pay");
  if (pay === null) throw new Error("an accepted milestone has a pay");
  if (acceptedBy === paidBy) throw new Refusal("milestone.own_acceptance");
  await moveMilestoneMoney(tx, act, locked, "pay", pay);
  await tx
    .update(milestones)
    .set({ state, paidAt: act.at, paidBy, paymentReference: reference })
    .where(eq(milestones.id, milestoneId));
  await closeBookings(tx, milestoneId);
  await record(tx, act, officeId, { name: "milestone.paid", milestoneId, pay, reference });
  await announce(tx);
}

/** All in one statement, since there may be thousands; closing moves no seat and no money, and nothing that is counted. */
async function closeBookings(tx: Tx, milestoneId: Id<"milestone">) {
  await tx
    .update(bookings)
    .set({ state: "closed", version: sql`${bookings.version} + 1` })
    .where(and(eq(bookings.milestoneId, milestoneId), eq(bookings.state, "accepted")));
}
