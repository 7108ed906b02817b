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
import { lockMilestone } from "./lock.server.ts";
import { moveMilestoneMoney } from "./money.server.ts";

export type MilestonePayment = { milestoneId: Id<"milestone">; reference: string };

/** Finance says that the bank has paid, with its reference; whoever accepted the milestone may not. Its bookings are closed. */
export async function payMilestone({ by }: Act<Finance>, wish: MilestonePayment): Promise<void> {
  const { milestoneId, reference } = wish;
  await db.transaction(async (tx) => {
    const locked = await lockMilestone(tx, eq(contracts.officeId, by.officeId), milestoneId);
    const state = step(milestoneLifecycle, locked.milestone.state, "pay");
    const { acceptedBy, pay } = locked.milestone;
    if (pay === null) throw new Error("an accepted milestone has a pay");
    if (acceptedBy === by.userId) throw new Refusal("milestone.own_acceptance");
    const act = { by, at: await databaseNow(tx) };
    await moveMilestoneMoney(tx, act, locked, "pay", pay);
    const paid = { paidAt: act.at, paidBy: by.userId, paymentReference: reference };
    await tx
      .update(milestones)
      .set({ state, ...paid })
      .where(eq(milestones.id, milestoneId));
    await closeBookings(tx, milestoneId);
    await record(tx, act, by.officeId, { name: "milestone.paid", milestoneId, pay, reference });
    await announce(tx);
  });
}

/** All in one statement, since there may be thousands; closing moves no seat and no money, and nothing that is counted. */
async function closeBookings(tx: Tx, milestoneId: Id<"milestone">) {
  await tx
    .update(bookings)
    .set({ state: "closed", version: sql`${bookings.version} + 1` })
    .where(and(eq(bookings.milestoneId, milestoneId), eq(bookings.state, "accepted")));
}
