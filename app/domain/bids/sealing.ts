import { type Bytes, sha256Hex, textOf, utf8 } from "#app/values/bytes.ts";
import {
  BrokenSeal,
  ENVELOPE_OVERHEAD,
  ENVELOPE_VERSION,
  openWith,
  type PublicKeyJwk,
  sealTo,
} from "./envelope.ts";
import { PADDING, padded, unpadded } from "./padding.ts";

/** What a sealed bid is bound to: moved to another tender, bidder or deadline it does not open. */
export type SealContext = { tenderId: string; organizationId: string; deadlineVersion: number };

/** A document is padded to the smallest of these, so that a ciphertext's length tells nothing. */
const buckets = [4, 16, 64, 256].map((kib) => kib * 1024);

/** The most bytes of JSON that a bid may be. */
export const LARGEST_DOCUMENT = 256 * 1024 - PADDING;

/** Seals a bid in its bidder's browser; `digest` is what the receipt is made over. Refuses a document that is too large. */
export async function sealBid(
  publicKey: PublicKeyJwk,
  context: SealContext,
  document: unknown,
): Promise<{ ciphertext: Bytes; digest: string }> {
  const plaintext = padded(utf8(JSON.stringify(document)), buckets);
  const ciphertext = await sealTo(publicKey, plaintext, contextBytes(context));
  return { ciphertext, digest: await digestOf(ciphertext) };
}

/** The JSON exactly as it was sealed; throws BrokenSeal for another key or context, or any change. */
export async function openBidText(
  privateKey: CryptoKey,
  context: SealContext,
  ciphertext: Uint8Array,
): Promise<string> {
  const plaintext = await openWith(privateKey, ciphertext, contextBytes(context));
  const json = unpadded(plaintext);
  try {
    return textOf(json);
  } catch {
    throw new BrokenSeal("what was sealed is no text");
  }
}

/** The document as JSON gives it back. */
export async function openBid(...sealed: Parameters<typeof openBidText>): Promise<unknown> {
  const text = await openBidText(...sealed);
  try {
    return JSON.parse(text);
  } catch {
    throw new BrokenSeal("what was sealed is not a document");
  }
}

/** SHA-256 of the bytes in 64 hexadecimal digits. */
export function digestOf(bytes: Uint8Array): Promise<string> {
  return sha256Hex(bytes);
}

/** Whether the bytes have the outside of a sealed bid: all that anybody can check before the opening. */
export function isSealedBid(bytes: Uint8Array): boolean {
  return bytes[0] === ENVELOPE_VERSION && buckets.includes(bytes.length - ENVELOPE_OVERHEAD);
}

function contextBytes({ tenderId, organizationId, deadlineVersion }: SealContext): Bytes {
  return utf8(JSON.stringify(["jiefang bid", 1, tenderId, organizationId, deadlineVersion]));
}
