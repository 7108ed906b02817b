import { and, desc, eq } from "drizzle-orm";
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
import { keepAttachments, refuseUnsealed } from "./keep-attachments.server.ts";
import { keepReceipt } from "./keep-receipt.server.ts";
import { lockBidding } from "./lock-bidding.server.ts";
import { digestOf, isSealedBid } from "./sealing.ts";

export type SealedBid = {
  tenderId: Id<"tender">;
  /** The deadline's version that the browser sealed the bid for. */
  deadlineVersion: number;
  ciphertext: Uint8Array;
  /** Its files, each sealed as the bid is. */
  attachments?: Uint8Array[];
};

/**
 * Hand in a sealed bid, or another in the place of the one before, until the deadline by the database's clock.
 * The same ciphertext sent again is the same submission: it gets the receipt that it got.
 */
export async function submitBid(act: Act<Manager>, sealed: SealedBid): Promise<Id<"receipt">> {
  if (!isSealedBid(sealed.ciphertext)) throw new Refusal("bid.not_sealed");
  const { attachments = [], ...own } = sealed;
  refuseUnsealed(attachments);
  const digest = await digestOf(sealed.ciphertext);
  return await asOrganization(act.by, async (tx) => {
    const entrant = await requireVerified(tx, act.by.organizationId);
    await requireNotSuspended(tx, act.by.organizationId, "bid.suspended");
    const tender = await lockBidding(tx, sealed.tenderId);
    const first = await findFirstOffer(tx, act.by, sealed.tenderId);
    const obstacle = entranceObstacle(tender, entrant, first !== undefined);
    if (obstacle) throw new Refusal(obstacle);
    const earlier = await findReceiptOf(tx, act.by, { ...tender, digest });
    if (earlier) return earlier.id;
    if (sealed.deadlineVersion !== tender.deadlineVersion) {
      throw new Refusal("bid.deadline_changed");
    }
    const bid = await keepBid(tx, act, {
      ...own,
      round: tender.round,
      digest,
      submittedAt: tender.now,
    });
    await keepAttachments(tx, bid, attachments);
    return await keepReceipt(tx, { by: act.by, at: tender.now }, tender, bid, "bid.submitted");
  });
}

type Kept = Omit<SealedBid, "attachments"> & { round: number; digest: string; submittedAt: Date };

/** The organization's only bid in the tender's round: its first, or a new version of it. */
async function keepBid(tx: Tx, { by }: Act<Manager>, kept: Kept) {
  const { organizationId, userId: submittedBy } = by;
  const { tenderId, ...sealed } = kept;
  const values = { ...sealed, confirmedVersion: sealed.deadlineVersion };
  const [held] = await tx
    .select({ id: bids.id, state: bids.state, version: bids.version })
    .from(bids)
    .where(
      and(
        eq(bids.tenderId, tenderId),
        eq(bids.organizationId, organizationId),
        eq(bids.round, kept.round),
      ),
    )
    .for("update");
  if (!held) {
    const first = { tenderId, organizationId, submittedBy, ...values };
    return one(await tx.insert(bids).values(first).returning());
  }
  const state = step(bidLifecycle, held.state, "replace");
  return one(
    await tx
      .update(bids)
      .set({ ...values, state, submittedBy, version: held.version + 1 })
      .where(eq(bids.id, held.id))
      .returning(),
  );
}

type Handed = { id: Id<"tender">; round: number; digest: string };

async function findReceiptOf(tx: Tx, by: Manager, { id, round, digest }: Handed) {
  const [receipt] = await tx
    .select({ id: receipts.id })
    .from(receipts)
    .where(
      and(
        eq(receipts.tenderId, id),
        eq(receipts.round, round),
        eq(receipts.organizationId, by.organizationId),
        eq(receipts.digest, digest),
      ),
    )
    .orderBy(desc(receipts.version))
    .limit(1);
  return receipt;
}
