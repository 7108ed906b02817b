import { type Bytes, joinBytes, randomBytes } from "#app/values/bytes.ts";
import { BrokenSeal } from "./envelope.ts";

const NONCE = 16;
const LENGTH = 4;

/** How many bytes padding adds at least. */
export const PADDING = NONCE + LENGTH;

/** A random nonce, the content's length (big endian), the content, and zeros up to the smallest bucket that holds it. */
export function padded(content: Uint8Array, buckets: readonly number[]): Bytes {
  const needed = PADDING + content.length;
  const bucket = buckets.find((size) => size >= needed);
  if (!bucket) throw new RangeError(`${content.length} bytes are too many to seal`);
  return joinBytes(
    randomBytes(NONCE),
    lengthBytes(content.length),
    content,
    new Uint8Array(bucket - needed),
  );
}

/** The content alone. */
export function unpadded(plaintext: Bytes): Bytes {
  if (plaintext.length < PADDING) throw new BrokenSeal("nothing was sealed");
  const length = lengthAt(plaintext, NONCE);
  if (PADDING + length > plaintext.length) throw new BrokenSeal("less was sealed than was said");
  return plaintext.slice(PADDING, PADDING + length);
}

export function lengthBytes(length: number): Uint8Array {
  const bytes = new Uint8Array(LENGTH);
  new DataView(bytes.buffer).setUint32(0, length);
  return bytes;
}

export const lengthAt = (bytes: Uint8Array, at: number): number =>
  new DataView(bytes.buffer, bytes.byteOffset).getUint32(at);
