import { eq } from "drizzle-orm";
import type { Act, Approver } from "#app/domain/act.ts";
import { step } from "#app/domain/lifecycle.ts";
import { record } from "#app/domain/record.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { tenders } from "#db/schema/tenders.ts";
import { lockTender } from "./lock.server.ts";
import { tenderLifecycle } from "./tender.ts";

export type SendingBack = { tenderId: Id<"tender">; reason: string };

/** The approver hands the draft back to be changed, and says what. */
export async function sendBackTender(
  act: Act<Approver>,
  { tenderId, reason }: SendingBack,
): Promise<void> {
  const { officeId } = act.by;
  await db.transaction(async (tx) => {
    const tender = await lockTender(tx, officeId, tenderId);
    const status = step(tenderLifecycle, tender.status, "send_back");
    await tx
      .update(tenders)
      .set({ status, sentBackReason: reason })
      .where(eq(tenders.id, tenderId));
    await record(tx, act, officeId, { name: "tender.sent_back", tenderId, reason });
  });
}
