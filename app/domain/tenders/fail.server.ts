import type { Act, Officer } from "#app/domain/act.ts";
import { lapseUnconfirmedBids } from "#app/domain/bids/lapse.server.ts";
import { countSubmittedBids } from "#app/domain/bids/open.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { endTender } from "./end.server.ts";
import { lockTender, refuseSuspended } from "./lock.server.ts";
import { bidsNeeded } from "./profile.ts";

export type Failure = { tenderId: Id<"tender">; reason: string };

/** A tender for which too few bids came in fails after its deadline: nothing is opened, and its money is released. */
export async function failForTooFewBids(act: Act<Officer>, { tenderId, reason }: Failure) {
  await db.transaction(async (tx) => {
    const tender = await lockTender(tx, act.by.officeId, tenderId);
    if (tender.status === "open") throw new Refusal("opening.too_early");
    if (tender.status !== "closed") throw new Refusal("lifecycle.not_now");
    refuseSuspended(tender);
    const needed = bidsNeeded(tender.rules, tender.reducedBidsReason);
    if ((await countSubmittedBids(tx, tenderId)) >= needed) {
      throw new Refusal("opening.enough");
    }
    const ending = { by: act.by, at: tender.now };
    await lapseUnconfirmedBids(tx, ending, tender);
    const end = { how: "fail", code: "too_few_bids", reason } as const;
    await endTender(tx, ending, tender, end);
  });
}
