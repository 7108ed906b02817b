import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { env } from "#app/env.server.ts";

const NONCE = 12;
const TAG = 16;

/** Bytes under AES-256-GCM with the field key, which is kept outside the database; nonce and tag stand before them. */
export function sealBytes(bytes: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", env.fieldKey, nonce);
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), sealed]));
}

/** The bytes again; throws when the key is another or a bit was changed. */
export function unsealBytes(sealed: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv("aes-256-gcm", env.fieldKey, bytes.subarray(0, NONCE));
  decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  const opened = [decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()];
  return new Uint8Array(Buffer.concat(opened));
}

/** A sensitive text, sealed like bytes. */
export const sealText = (text: string): Uint8Array => sealBytes(Buffer.from(text, "utf8"));

export const unsealText = (sealed: Uint8Array): string =>
  Buffer.from(unsealBytes(sealed)).toString("utf8");
