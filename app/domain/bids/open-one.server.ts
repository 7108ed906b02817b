import { and, eq } from "drizzle-orm";
import { env } from "#app/env.server.ts";
import type { Tx } from "#db/client.server.ts";
import { type bids, receipts } from "#db/schema/bids.ts";
import type { BidDocument, UnopenableCause } from "./bid.ts";
import { readBidDocument } from "./bid-document.ts";
import { BrokenSeal } from "./envelope.ts";
import { verifyReceipt } from "./receipt.server.ts";
import { digestOf, openBidText } from "./sealing.ts";

type Sealed = typeof bids.$inferSelect;
type Found = { document: BidDocument; text: string } | { cause: UnopenableCause };

/**
 * What the bidder sealed, with its text as it was sealed, or why it is not to be had. Anybody can seal to the tender's
 * key: only what her signed receipt proves is hers.
 */
export async function documentIn(tx: Tx, bid: Sealed, privateKey: CryptoKey): Promise<Found> {
  if (!(await isAsHandedIn(tx, bid))) return { cause: "changed" };
  const { tenderId, organizationId, deadlineVersion, ciphertext } = bid;
  const context = { tenderId, organizationId, deadlineVersion };
  const text = await openBidText(privateKey, context, ciphertext).catch((error: unknown) => {
    if (error instanceof BrokenSeal) return undefined;
    throw error;
  });
  if (text === undefined) return { cause: "sealed_otherwise" };
  const document = readBidDocument(parsed(text));
  return document ? { document, text } : { cause: "no_bid" };
}

async function isAsHandedIn(tx: Tx, { id, version, ciphertext }: Sealed): Promise<boolean> {
  const [receipt] = await tx
    .select()
    .from(receipts)
    .where(and(eq(receipts.bidId, id), eq(receipts.version, version)));
  if (receipt?.digest !== (await digestOf(ciphertext))) return false;
  const said = { ...receipt, at: receipt.at.toISOString() };
  return verifyReceipt(said, receipt.signature, env.signingKey);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
