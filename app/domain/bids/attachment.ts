import { type Bytes, joinBytes, textOf, utf8 } from "#app/values/bytes.ts";
import {
  BrokenSeal,
  ENVELOPE_OVERHEAD,
  ENVELOPE_VERSION,
  openWith,
  type PublicKeyJwk,
  sealTo,
} from "./envelope.ts";
import { lengthAt, lengthBytes, PADDING, padded, unpadded } from "./padding.ts";
import { digestOf, type SealContext } from "./sealing.ts";

/** A file that goes with a bid; one that is confidential is for the panel's eyes alone. */
export type Attachment = { name: string; confidential: boolean; bytes: Uint8Array };

export const MOST_ATTACHMENTS = 5;
const buckets = [64, 256, 1_024, 2_048].map((kib) => kib * 1024);
const LONGEST_HEADER = 2_048;

/** The most bytes of a file that is attached. */
export const LARGEST_ATTACHMENT = 2_048 * 1024 - PADDING - 4 - LONGEST_HEADER;

/** Why an attachment could not be opened; the bid that it belongs to counts without it. */
export const attachmentProblems = [
  "missing",
  "changed",
  "sealed_otherwise",
  "not_accepted",
] as const;
export type AttachmentProblem = (typeof attachmentProblems)[number];

/** Seals a file in its bidder's browser, as the bid is sealed: to the same key, bound to the same tender, bidder and deadline. */
export async function sealAttachment(
  publicKey: PublicKeyJwk,
  context: SealContext,
  { bytes, name, confidential }: Attachment,
): Promise<{ ciphertext: Bytes; digest: string }> {
  if (bytes.length > LARGEST_ATTACHMENT) throw new RangeError("the file is too large to attach");
  const header = utf8(JSON.stringify({ name: name.slice(0, 200), confidential }));
  const content = joinBytes(lengthBytes(header.length), header, bytes);
  const ciphertext = await sealTo(publicKey, padded(content, buckets), contextBytes(context));
  return { ciphertext, digest: await digestOf(ciphertext) };
}

/** The file as it was sealed; what is in it nobody has checked. Throws BrokenSeal for another key or context, or any change. */
export async function openAttachment(
  privateKey: CryptoKey,
  context: SealContext,
  ciphertext: Uint8Array,
): Promise<Attachment> {
  const content = unpadded(await openWith(privateKey, ciphertext, contextBytes(context)));
  const start = 4 + (content.length < 4 ? 0 : lengthAt(content, 0));
  if (content.length < start) throw new BrokenSeal("less was sealed than was said");
  const { name, confidential } = headerIn(content.slice(4, start));
  return {
    name: typeof name === "string" ? name : "",
    confidential: confidential !== false,
    bytes: content.slice(start),
  };
}

/** Whether the bytes have the outside of a sealed attachment. */
export function isSealedAttachment(bytes: Uint8Array): boolean {
  return bytes[0] === ENVELOPE_VERSION && buckets.includes(bytes.length - ENVELOPE_OVERHEAD);
}

function contextBytes({ tenderId, organizationId, deadlineVersion }: SealContext): Bytes {
  return utf8(JSON.stringify(["jiefang attachment", 1, tenderId, organizationId, deadlineVersion]));
}

function headerIn(bytes: Uint8Array): Record<string, unknown> {
  try {
    const header: unknown = JSON.parse(textOf(bytes));
    if (typeof header === "object" && header !== null) return { ...header };
  } catch {
    // told below
  }
  throw new BrokenSeal("what was sealed is not an attachment");
}
