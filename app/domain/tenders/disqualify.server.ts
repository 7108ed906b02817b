import type { Act, PanelMember } from "#app/domain/act.ts";
import { dropBid, lockBid } from "#app/domain/bids/settle.server.ts";
import { record } from "#app/domain/record.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { chairOn, lockEvaluation } from "./lock-evaluation.server.ts";

export type Disqualification = { tenderId: Id<"tender">; bidId: Id<"bid">; reason: string };

/** The chair records that a bid does not meet the tender file; the bidder and later everybody reads why. */
export async function disqualifyBid(act: Act<PanelMember>, disqualification: Disqualification) {
  const { tenderId, bidId, reason } = disqualification;
  await db.transaction(async (tx) => {
    const { tender, panel } = await lockEvaluation(tx, act.by.officeId, tenderId);
    chairOn(panel, act.by.userId);
    await dropBid(tx, await lockBid(tx, tenderId, bidId), reason);
    await record(tx, act, tender.officeId, { name: "bid.disqualified", tenderId, bidId, reason });
  });
}
