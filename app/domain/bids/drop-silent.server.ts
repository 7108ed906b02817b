import { and, eq, notInArray } from "drizzle-orm";
import type { Act } from "#app/domain/act.ts";
import { step } from "#app/domain/lifecycle.ts";
import { record } from "#app/domain/record.server.ts";
import { talks as words } from "#app/i18n/zh/talks.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { bids } from "#db/schema/bids.ts";
import { bidLifecycle, neverOpened } from "./bid.ts";

/**
 * At the opening of final offers: who talked and made none has left the talks (财库〔2014〕214号, articles 18 and 19), and her
 * first offer falls. Before the final round nobody has talked yet.
 */
export async function dropSilent(
  tx: Tx,
  act: Act,
  { id: tenderId, officeId, round }: { id: Id<"tender">; officeId: Id<"office">; round: number },
): Promise<void> {
  const made = tx
    .select({ organizationId: bids.organizationId })
    .from(bids)
    .where(
      and(
        eq(bids.tenderId, tenderId),
        eq(bids.round, round),
        notInArray(bids.state, [...neverOpened]),
      ),
    );
  const disqualifiedReason = words.reasons.noFinalOffer;
  const silent = await tx
    .update(bids)
    .set({ state: step(bidLifecycle, "negotiated", "stay_away"), disqualifiedReason })
    .where(
      and(
        eq(bids.tenderId, tenderId),
        eq(bids.state, "negotiated"),
        notInArray(bids.organizationId, made),
      ),
    )
    .returning({ bidId: bids.id });
  for (const { bidId } of silent) {
    const event = { name: "bid.disqualified", tenderId, bidId } as const;
    await record(tx, act, officeId, { ...event, reason: disqualifiedReason });
  }
}
