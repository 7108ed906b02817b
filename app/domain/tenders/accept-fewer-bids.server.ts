import { eq } from "drizzle-orm";
import type { Act, Officer } from "#app/domain/act.ts";
import { countStandingBids, countSubmittedBids } from "#app/domain/bids/open.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { tenders } from "#db/schema/tenders.ts";
import { type LockedTender, lockTender } from "./lock.server.ts";
import { isFinalRound } from "./method.ts";

export type FewerBids = { tenderId: Id<"tender">; reason: string };

/**
 * Where the rules take fewer bids for a reason, the officer puts that reason on record, and the bids that came can be opened,
 * or the talks go on with those that still stand.
 */
export async function acceptFewerBids(act: Act<Officer>, { tenderId, reason }: FewerBids) {
  await db.transaction(async (tx) => {
    const tender = await lockTender(tx, act.by.officeId, tenderId);
    if (tender.status === "open") throw new Refusal("opening.too_early");
    const submitted = await countBids(tx, tender);
    const { minimumBids, reducedBids } = tender.rules;
    if (submitted >= minimumBids) throw new Refusal("opening.enough");
    if (reducedBids === null || submitted < reducedBids) throw new Refusal("opening.not_fewer");
    const reducedBidsReason = reason;
    await tx.update(tenders).set({ reducedBidsReason }).where(eq(tenders.id, tenderId));
    const event = { name: "tender.fewer_bids_accepted", tenderId, reason } as const;
    await record(tx, { by: act.by, at: tender.now }, tender.officeId, event);
  });
}

async function countBids(tx: Tx, tender: LockedTender): Promise<number> {
  if (tender.status === "closed") return await countSubmittedBids(tx, tender.id);
  const talking = tender.status === "evaluating" && !isFinalRound(tender);
  if (!talking || tender.reportSignedAt) throw new Refusal("lifecycle.not_now");
  return await countStandingBids(tx, tender.id);
}
