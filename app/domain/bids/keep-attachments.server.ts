import { asc, eq } from "drizzle-orm";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { bidAttachments, type bids } from "#db/schema/bids.ts";
import { isSealedAttachment, MOST_ATTACHMENTS } from "./attachment.ts";
import { digestOf } from "./sealing.ts";

type Bid = Pick<typeof bids.$inferSelect, "id" | "tenderId" | "organizationId">;

/** Refuses more files than a bid may have, and what is not sealed. */
export function refuseUnsealed(attachments: readonly Uint8Array[]): void {
  if (attachments.length > MOST_ATTACHMENTS) throw new Refusal("file.too_many");
  if (!attachments.every(isSealedAttachment)) throw new Refusal("bid.not_sealed");
}

/** The files that were handed in with this version of a bid take the place of the ones before. */
export async function keepAttachments(
  tx: Tx,
  { id: bidId, tenderId, organizationId }: Bid,
  attachments: readonly Uint8Array[],
): Promise<void> {
  await tx.delete(bidAttachments).where(eq(bidAttachments.bidId, bidId));
  const rows = attachments.map(async (ciphertext, index) => {
    const digest = await digestOf(ciphertext);
    return { bidId, tenderId, organizationId, position: index + 1, ciphertext, digest };
  });
  if (rows.length > 0) await tx.insert(bidAttachments).values(await Promise.all(rows));
}

/** The digests of a bid's files, in order, as its receipt names them. */
export async function listAttachmentDigests(tx: Tx, bidId: Id<"bid">): Promise<string[]> {
  const rows = await tx
    .select({ digest: bidAttachments.digest })
    .from(bidAttachments)
    .where(eq(bidAttachments.bidId, bidId))
    .orderBy(asc(bidAttachments.position));
  return rows.map(({ digest }) => digest);
}
