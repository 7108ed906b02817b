import { and, asc, eq, gt, inArray, isNull } from "drizzle-orm";
import type { Act, Manager } from "#app/domain/act.ts";
import type { BidState } from "#app/domain/bids/bid.ts";
import type { Tx } from "#db/client.server.ts";
import { bids } from "#db/schema/bids.ts";
import { tenders } from "#db/schema/tenders.ts";

/** How many of each are shown. */
export const MOST = 20;

/** The tender was amended, and her bid stands only if she says so. */
export async function listBidsToConfirm(tx: Tx, { by, at }: Act<Manager>) {
  return await tx
    .select({ id: tenders.id, title: tenders.title, deadline: tenders.deadline })
    .from(tenders)
    .innerJoin(bids, ownBid(by, ["needs_confirm"]))
    .where(and(eq(tenders.status, "open"), gt(tenders.deadline, at)))
    .orderBy(asc(tenders.deadline))
    .limit(MOST);
}

/** The panel asks her to explain a low price, and she can still answer. */
export async function listLowPriceQuestions(tx: Tx, { by, at }: Act<Manager>) {
  return await tx
    .select({ id: tenders.id, title: tenders.title, until: bids.lowBidAnswerBy })
    .from(tenders)
    .innerJoin(bids, ownBid(by, ["opened"]))
    .where(and(isNull(bids.lowBidExplainedAt), gt(bids.lowBidAnswerBy, at)))
    .orderBy(asc(bids.lowBidAnswerBy))
    .limit(MOST);
}

export const ownBid = (by: Manager, states: BidState[]) =>
  and(
    eq(bids.tenderId, tenders.id),
    eq(bids.organizationId, by.organizationId),
    inArray(bids.state, states),
    eq(bids.round, tenders.round),
  );
