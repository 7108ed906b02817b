import type { Act, PanelMember } from "#app/domain/act.ts";
import { lockBid } from "#app/domain/bids/settle.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { listEvaluatedBids } from "./evaluated-bids.server.ts";
import { chairOn, lockEvaluation } from "./lock-evaluation.server.ts";
import { isFinalRound } from "./method.ts";
import { lowBidFlags } from "./scoring.ts";

/** A suspiciously low bid with its tender, locked for the panel's chair; refused if the bid is not low. */
export async function lockLowBid(
  tx: Tx,
  { by }: Act<PanelMember>,
  { tenderId, bidId }: { tenderId: Id<"tender">; bidId: Id<"bid"> },
) {
  const { tender, panel } = await lockEvaluation(tx, by.officeId, tenderId);
  chairOn(panel, by.userId);
  if (!isFinalRound(tender)) throw new Refusal("scores.before_final");
  const bid = await lockBid(tx, tenderId, bidId);
  const { responsive, ceiling } = await listEvaluatedBids(tx, tender);
  const flagged = lowBidFlags(responsive, ceiling, tender.rules.lowBid);
  if (!flagged.some((flag) => flag.bidId === bidId)) throw new Refusal("low_bid.not_low");
  return { tender, bid };
}
