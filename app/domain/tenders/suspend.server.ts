import { eq } from "drizzle-orm";
import type { Act, Approver, Supervisor } from "#app/domain/act.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { tenderSuspensions } from "#db/schema/challenges.ts";
import { tenders } from "#db/schema/tenders.ts";
import { type LockedTender, lockTender } from "./lock.server.ts";
import { canSuspend } from "./suspension.ts";

export type SuspensionOrder = { tenderId: Id<"tender">; reason: string };

/** An approver or the supervisor stops a tender for a published reason: from now on each of its clocks stands still. */
export async function suspendTender(
  act: Act<Approver | Supervisor>,
  { tenderId, reason }: SuspensionOrder,
): Promise<void> {
  await db.transaction(async (tx) => {
    const tender = await lockTender(tx, act.by.officeId, tenderId);
    if (tender.suspendedAt) throw new Refusal("suspension.already");
    if (!canSuspend(tender.status)) throw new Refusal("suspension.not_under_way");
    await suspend(tx, act, tender, reason);
  });
}

/** A locked tender stands still from its `now` on. */
export async function suspend(
  tx: Tx,
  act: Act<Approver | Supervisor>,
  { id: tenderId, officeId, now: from }: LockedTender,
  reason: string,
): Promise<void> {
  const { userId: byUserId, role: byRole } = act.by;
  await tx.insert(tenderSuspensions).values({ tenderId, from, reason, byUserId, byRole });
  await tx.update(tenders).set({ suspendedAt: from }).where(eq(tenders.id, tenderId));
  await record(tx, act, officeId, { name: "tender.suspended", tenderId, reason });
  await announce(tx);
}
