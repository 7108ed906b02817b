import { env } from "#app/env.server.ts";
import type { receipts } from "#db/schema/bids.ts";
import { receiptPublicKey } from "./receipt.server.ts";
import { receiptText } from "./receipt.ts";

/** A receipt with its signature, the text that was signed and the platform's public key, as JSON. */
export function receiptFile(row: typeof receipts.$inferSelect): string {
  const { id: _, signature, at, ...rest } = row;
  const receipt = { ...rest, at: at.toISOString() };
  const file = {
    receipt,
    text: receiptText(receipt),
    signature,
    publicKey: platformPublicKey(),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The key that everybody checks receipts with (SPKI in PEM). */
export const platformPublicKey = (): string => receiptPublicKey(env.signingKey);
