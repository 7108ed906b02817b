import { eq } from "drizzle-orm";
import type { Act, Officer } from "#app/domain/act.ts";
import { step } from "#app/domain/lifecycle.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { lockTender } from "#app/domain/tenders/lock.server.ts";
import { tenderLifecycle } from "#app/domain/tenders/tender.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { tenders } from "#db/schema/tenders.ts";
import { endRunning } from "./running.server.ts";

export type TakingBack = { tenderId: Id<"tender">; reason: string };

/** The officer takes a draft back to change it; what was said of it stays public, with the reason. */
export async function takeDraftBack(
  act: Act<Officer>,
  { tenderId, reason }: TakingBack,
): Promise<void> {
  const { officeId } = act.by;
  await db.transaction(async (tx) => {
    const tender = await lockTender(tx, officeId, tenderId);
    const status = step(tenderLifecycle, tender.status, "take_back");
    await tx.update(tenders).set({ status }).where(eq(tenders.id, tenderId));
    await endRunning(tx, tender, reason);
    await record(tx, act, officeId, { name: "draft.taken_back", tenderId, reason });
    await announce(tx);
  });
}
