import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Act, Approver, Supervisor } from "#app/domain/act.ts";
import { readCalendar } from "#app/domain/offices/calendar.server.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { bids } from "#db/schema/bids.ts";
import { tenderSuspensions } from "#db/schema/challenges.ts";
import { tenders } from "#db/schema/tenders.ts";
import { endSuspension } from "./end-suspension.server.ts";
import { type LockedTender, lockTender } from "./lock.server.ts";
import type { SuspensionOrder } from "./suspend.server.ts";
import { shifted, shiftedWorkingDays } from "./suspension.ts";

/**
 * A suspended tender goes on: the deadline, the standstill and the time to explain a low price move by the time that it stood still. The deadline keeps
 * its version, so that the bids sealed for it stay valid. What the supervisor stopped only the supervisor lets go on.
 */
export async function resumeTender(
  act: Act<Approver | Supervisor>,
  { tenderId, reason }: SuspensionOrder,
): Promise<void> {
  await db.transaction(async (tx) => {
    const tender = await lockTender(tx, act.by.officeId, tenderId);
    if (!tender.suspendedAt) throw new Refusal("suspension.none");
    await refuseBelowSupervisor(tx, act, tender);
    const { userId: endedBy } = act.by;
    await endSuspension(tx, tender, { until: tender.now, endedBy, endReason: reason });
    await shiftLowBidAnswers(tx, tender, tender.suspendedAt);
    const clocks = await shiftedClocks(tx, tender, tender.suspendedAt);
    await tx
      .update(tenders)
      .set({ suspendedAt: null, ...clocks })
      .where(eq(tenders.id, tenderId));
    const moved = {
      deadline: clocks.deadline?.toISOString() ?? null,
      until: clocks.standstillEndsAt?.toISOString() ?? null,
    };
    await record(tx, act, tender.officeId, { name: "tender.resumed", tenderId, reason, ...moved });
    await announce(tx);
  });
}

async function refuseBelowSupervisor(
  tx: Tx,
  { by }: Act<Approver | Supervisor>,
  { id }: LockedTender,
) {
  const running = and(eq(tenderSuspensions.tenderId, id), isNull(tenderSuspensions.until));
  const { byRole } = one(
    await tx.select({ byRole: tenderSuspensions.byRole }).from(tenderSuspensions).where(running),
  );
  if (byRole === "supervisor" && by.role !== "supervisor") {
    throw new Refusal("suspension.by_supervisor");
  }
}

async function shiftLowBidAnswers(tx: Tx, { id, now }: LockedTender, from: Date) {
  const stood = now.getTime() - from.getTime();
  await tx
    .update(bids)
    .set({ lowBidAnswerBy: sql`${bids.lowBidAnswerBy} + ${stood} * interval '1 millisecond'` })
    .where(and(eq(bids.tenderId, id), gt(bids.lowBidAnswerBy, from)));
}

async function shiftedClocks(tx: Tx, tender: LockedTender, from: Date) {
  const { deadline, standstillEndsAt, now: until } = tender;
  const stretch = { from, until };
  const calendar = await readCalendar(tx);
  return {
    deadline: deadline && shifted(deadline, stretch),
    standstillEndsAt: standstillEndsAt && shiftedWorkingDays(standstillEndsAt, stretch, calendar),
  };
}
