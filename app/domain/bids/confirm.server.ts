import { and, desc, eq, sql } from "drizzle-orm";
import type { Act, Manager } from "#app/domain/act.ts";
import { step } from "#app/domain/lifecycle.ts";
import { requireVerified } from "#app/domain/organizations/lock.server.ts";
import { requireNotSuspended } from "#app/domain/organizations/suspension.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { bids, receipts } from "#db/schema/bids.ts";
import { asOrganization } from "./as-organization.server.ts";
import { bidLifecycle, entranceObstacle } from "./bid.ts";
import { findFirstOffer } from "./first-offer.server.ts";
import { keepReceipt } from "./keep-receipt.server.ts";
import { lockBidding } from "./lock-bidding.server.ts";

export type Confirmation = {
  tenderId: Id<"tender">;
  /** The deadline's version that the bidder has read the file of. */
  deadlineVersion: number;
};

/**
 * The bidder stands by her bid after an amendment: its seal stays as it is, bound to the file that it was sealed for, and
 * a receipt of its own says that it still holds. A confirmation sent twice is one.
 */
export async function confirmBid(
  act: Act<Manager>,
  { tenderId, deadlineVersion }: Confirmation,
): Promise<Id<"receipt">> {
  const { by } = act;
  return await asOrganization(by, async (tx) => {
    const entrant = await requireVerified(tx, by.organizationId);
    await requireNotSuspended(tx, by.organizationId, "bid.suspended");
    const tender = await lockBidding(tx, tenderId, "bid.confirmed_late");
    const first = await findFirstOffer(tx, by, tenderId);
    const obstacle = entranceObstacle(tender, entrant, first !== undefined);
    if (obstacle) throw new Refusal(obstacle);
    if (deadlineVersion !== tender.deadlineVersion) throw new Refusal("bid.amended_again");
    const held = await lockOwnBid(tx, by, tender);
    if (held.state === "submitted" && held.confirmedVersion === deadlineVersion) {
      return await findLatestReceipt(tx, held.id);
    }
    const state = step(bidLifecycle, held.state, "confirm");
    const bid = one(
      await tx
        .update(bids)
        .set({ state, confirmedVersion: deadlineVersion, version: held.version + 1 })
        .where(eq(bids.id, held.id))
        .returning(),
    );
    return await keepReceipt(tx, { by, at: tender.now }, tender, bid, "bid.confirmed");
  });
}

/** Every bid that stands has to be confirmed for the tender as it is now amended. The database does it: nobody learns of whom. */
export async function askBiddersToConfirm(tx: Tx, tenderId: Id<"tender">): Promise<void> {
  await tx.execute(sql`select ask_bidders_to_confirm(${tenderId}::uuid)`);
}

type Tender = { id: Id<"tender">; round: number };

async function lockOwnBid(tx: Tx, { organizationId }: Manager, { id, round }: Tender) {
  const [bid] = await tx
    .select()
    .from(bids)
    .where(
      and(eq(bids.tenderId, id), eq(bids.organizationId, organizationId), eq(bids.round, round)),
    )
    .for("update");
  if (!bid) throw new Refusal("not_found");
  return bid;
}

async function findLatestReceipt(tx: Tx, bidId: Id<"bid">): Promise<Id<"receipt">> {
  const found = tx
    .select({ id: receipts.id })
    .from(receipts)
    .where(eq(receipts.bidId, bidId))
    .orderBy(desc(receipts.version))
    .limit(1);
  return one(await found).id;
}
