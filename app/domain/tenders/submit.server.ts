import { eq } from "drizzle-orm";
import type { Act, Officer } from "#app/domain/act.ts";
import { endRunning, refuseUnfinished } from "#app/domain/consultations/running.server.ts";
import { step } from "#app/domain/lifecycle.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { tenders } from "#db/schema/tenders.ts";
import { findReadiness } from "./find-readiness.server.ts";
import { lockTender } from "./lock.server.ts";
import { tenderLifecycle } from "./tender.ts";

/**
 * A draft in which nothing is missing goes to review; who submits it counts as its author and may not approve
 * it. One that is consulted on waits for the period and for a reply to every comment.
 */
export async function submitTender(act: Act<Officer>, tenderId: Id<"tender">): Promise<void> {
  const { officeId, userId: authorId } = act.by;
  await db.transaction(async (tx) => {
    const tender = await lockTender(tx, officeId, tenderId);
    const status = step(tenderLifecycle, tender.status, "submit");
    await refuseUnfinished(tx, tender);
    const { problems } = await findReadiness(tx, tender, tender.now);
    if (problems.length > 0) throw new Refusal("tender.not_ready");
    await tx
      .update(tenders)
      .set({ status, authorId, sentBackReason: null })
      .where(eq(tenders.id, tenderId));
    await endRunning(tx, tender);
    await record(tx, act, officeId, { name: "tender.submitted", tenderId });
  });
}
