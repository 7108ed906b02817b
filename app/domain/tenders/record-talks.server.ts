import type { Act, PanelMember } from "#app/domain/act.ts";
import { lockBid } from "#app/domain/bids/settle.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { talks } from "#db/schema/talks.ts";
import type { LockedTender } from "./lock.server.ts";
import { chairOn, lockEvaluation, type PanelRow } from "./lock-evaluation.server.ts";
import { isFinalRound } from "./method.ts";
import { refusePanelProblem } from "./name-panel.server.ts";
import { sittingMembers } from "./panel.ts";

export type TalksRecord = {
  tenderId: Id<"tender">;
  bidId: Id<"bid">;
  heldAt: Date;
  bidderSide: string;
  agreed: string;
  confidential: string;
};

/**
 * The chair puts on record what the whole panel talked over with one bidder whose first offer stands; she may put it
 * right until final offers are called for.
 */
export async function recordTalks(act: Act<PanelMember>, said: TalksRecord): Promise<void> {
  const { tenderId, bidId, heldAt, bidderSide, agreed, confidential } = said;
  await db.transaction(async (tx) => {
    const { tender, panel } = await lockEvaluation(tx, act.by.officeId, tenderId);
    chairOn(panel, act.by.userId);
    if (isFinalRound(tender)) throw new Refusal("talks.not_now");
    const memberIds = wholePanel(tender, panel);
    const bid = await lockBid(tx, tenderId, bidId);
    if (bid.state !== "opened") throw new Refusal("talks.bid_out");
    if (!tender.openedAt || heldAt < tender.openedAt || heldAt > tender.now) {
      throw new Refusal("talks.held_when");
    }
    const { userId: recordedBy } = act.by;
    const values = { heldAt, memberIds, bidderSide, agreed, confidential, recordedBy };
    const said = { ...values, recordedAt: tender.now };
    await tx
      .insert(talks)
      .values({ tenderId, bidId, ...said })
      .onConflictDoUpdate({ target: [talks.tenderId, talks.bidId], set: said });
    const now = { by: act.by, at: tender.now };
    await record(tx, now, tender.officeId, { name: "talks.recorded", tenderId, bidId });
  });
}

/** Every bidder talks with the same panel: nobody talks before it is whole and everybody has declared. */
function wholePanel({ rules }: LockedTender, panel: PanelRow[]) {
  const sitting = sittingMembers(panel);
  refusePanelProblem(
    rules,
    sitting.map(({ capacity }) => capacity),
  );
  if (sitting.some(({ conflict }) => conflict === null)) {
    throw new Refusal("talks.declarations_missing");
  }
  return sitting.map(({ userId }) => userId);
}
