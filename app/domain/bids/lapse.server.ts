import { and, eq } from "drizzle-orm";
import type { Act } from "#app/domain/act.ts";
import { step } from "#app/domain/lifecycle.ts";
import { record } from "#app/domain/record.server.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { bids } from "#db/schema/bids.ts";
import { bidLifecycle } from "./bid.ts";

type Tender = { id: Id<"tender">; officeId: Id<"office"> };

/**
 * After the deadline of a locked tender, bids that were not confirmed after an amendment drop out, and their bidders are told.
 * Whoever comes first does it: the clock that closes, or the people who open.
 */
export async function lapseUnconfirmedBids(
  tx: Tx,
  act: Act,
  { id: tenderId, officeId }: Tender,
): Promise<void> {
  const state = step(bidLifecycle, "needs_confirm", "lapse");
  const lapsed = await tx
    .update(bids)
    .set({ state })
    .where(and(eq(bids.tenderId, tenderId), eq(bids.state, "needs_confirm")))
    .returning({ id: bids.id });
  for (const { id: bidId } of lapsed) {
    await record(tx, act, officeId, { name: "bid.lapsed", tenderId, bidId });
  }
}
