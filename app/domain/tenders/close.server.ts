import { and, asc, eq, lte } from "drizzle-orm";
import type { Act, System } from "#app/domain/act.ts";
import { lapseUnconfirmedBids } from "#app/domain/bids/lapse.server.ts";
import { step } from "#app/domain/lifecycle.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { db } from "#db/client.server.ts";
import { tenders } from "#db/schema/tenders.ts";
import type { DueTender } from "./award.server.ts";
import { tenderNow } from "./status-now.server.ts";
import { tenderLifecycle } from "./tender.ts";

/** Open tenders whose deadline has passed by the database's clock, the longest waiting first. */
export async function listTendersToClose(): Promise<DueTender[]> {
  return await db
    .select({ officeId: tenders.officeId, tenderId: tenders.id })
    .from(tenders)
    .where(deadlinePassed)
    .orderBy(asc(tenders.deadline))
    .limit(100);
}

/**
 * The clock closes: what reads as closed since the deadline is now written down as such. Does nothing, and says false,
 * when it has been done or the deadline was moved.
 */
export async function closeWhenDeadlinePassed(
  act: Act<System>,
  { officeId, tenderId }: DueTender,
): Promise<boolean> {
  return await db.transaction(async (tx) => {
    const [tender] = await tx
      .select({ status: tenders.status })
      .from(tenders)
      .where(and(eq(tenders.id, tenderId), eq(tenders.officeId, officeId), deadlinePassed))
      .for("update");
    if (!tender) return false;
    const status = step(tenderLifecycle, tender.status, "close");
    await tx.update(tenders).set({ status }).where(eq(tenders.id, tenderId));
    await lapseUnconfirmedBids(tx, act, { id: tenderId, officeId });
    await record(tx, act, officeId, { name: "tender.closed", tenderId });
    await announce(tx);
    return true;
  });
}

const deadlinePassed = and(eq(tenders.status, "open"), lte(tenders.deadline, tenderNow));
