import { and, asc, eq } from "drizzle-orm";
import type { Act } from "#app/domain/act.ts";
import { storeFile } from "#app/domain/files/store.server.ts";
import { checkUpload } from "#app/domain/files/upload.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { bidAttachments, type bids, receipts } from "#db/schema/bids.ts";
import { type AttachmentProblem, openAttachment } from "./attachment.ts";
import { BrokenSeal } from "./envelope.ts";
import { digestOf } from "./sealing.ts";

type Bid = Pick<
  typeof bids.$inferSelect,
  "id" | "tenderId" | "organizationId" | "version" | "deadlineVersion"
>;
type Kept = typeof bidAttachments.$inferSelect;

/**
 * Open the files of a bid that was opened, in the same transaction: each that its receipt names is kept for the panel,
 * or what is wrong with it is recorded. The bid counts either way.
 */
export async function openAttachments(
  tx: Tx,
  act: Act,
  officeId: Id<"office">,
  bid: Bid,
  privateKey: CryptoKey,
): Promise<void> {
  const kept = await tx
    .select()
    .from(bidAttachments)
    .where(eq(bidAttachments.bidId, bid.id))
    .orderBy(asc(bidAttachments.position));
  const [receipt] = await tx
    .select({ attachments: receipts.attachments })
    .from(receipts)
    .where(and(eq(receipts.bidId, bid.id), eq(receipts.version, bid.version)));
  for (const [index, digest] of (receipt?.attachments ?? []).entries()) {
    const row = kept.find(({ position }) => position === index + 1);
    const problem = row ? await openOne(tx, act, { bid, row, digest, privateKey }) : "missing";
    if (!problem) continue;
    const { id: bidId, tenderId } = bid;
    if (row) await tx.update(bidAttachments).set({ problem }).where(eq(bidAttachments.id, row.id));
    const event = { name: "bid.attachment_unopenable", tenderId, bidId, digest, problem } as const;
    await record(tx, act, officeId, event);
  }
}

type One = { bid: Bid; row: Kept; digest: string; privateKey: CryptoKey };

async function openOne(
  tx: Tx,
  act: Act,
  { bid, row, digest, privateKey }: One,
): Promise<AttachmentProblem | undefined> {
  if ((await digestOf(row.ciphertext)) !== digest) return "changed";
  const opened = await openAttachment(privateKey, bid, row.ciphertext).catch(unless(BrokenSeal));
  if (!opened) return "sealed_otherwise";
  const { confidential } = opened;
  const upload = looked(opened.name, opened.bytes);
  if (!upload) return "not_accepted";
  const fileId = await storeFile(tx, act, { ...upload, scan: "none" });
  await tx
    .update(bidAttachments)
    .set({ fileId, confidential })
    .where(eq(bidAttachments.id, row.id));
  return undefined;
}

function looked(name: string, bytes: Uint8Array) {
  try {
    return checkUpload(name, bytes);
  } catch (error) {
    return unless(Refusal)(error);
  }
}

const unless =
  (expected: typeof BrokenSeal | typeof Refusal) =>
  (error: unknown): undefined => {
    if (error instanceof expected) return undefined;
    throw error;
  };
