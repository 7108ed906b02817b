import { eq } from "drizzle-orm";
import type { Act, Approver, Officer } from "#app/domain/act.ts";
import { step } from "#app/domain/lifecycle.ts";
import { record } from "#app/domain/record.server.ts";
import { lockTender } from "#app/domain/tenders/lock.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { tenderAmendments } from "#db/schema/tender-amendments.ts";
import { tenderAmendmentLifecycle } from "./amendment.ts";
import { findProposed } from "./lock.server.ts";

type Proposed = { tenderId: Id<"tender">; amendmentId: Id<"tender_amendment"> };

/** A proposed amendment comes to nothing, taken back or turned down; the public never hears of it. */
export async function dropTenderAmendment(
  act: Act<Officer | Approver>,
  { tenderId, amendmentId }: Proposed,
): Promise<void> {
  const { officeId, userId: decidedBy } = act.by;
  await db.transaction(async (tx) => {
    const { now: decidedAt } = await lockTender(tx, officeId, tenderId);
    const proposed = await findProposed(tx, tenderId, amendmentId);
    const state = step(tenderAmendmentLifecycle, proposed.state, "drop");
    await tx
      .update(tenderAmendments)
      .set({ state, decidedBy, decidedAt })
      .where(eq(tenderAmendments.id, amendmentId));
    await record(tx, act, officeId, { name: "tender.amendment_dropped", tenderId, amendmentId });
  });
}
