import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { env } from "#app/env.server.ts";

const NONCE = 12;
const TAG = 16;

/** A sensitive text under AES-256-GCM with the field key, which is kept outside the database. */
export function sealText(text: string): Uint8Array {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", env.fieldKey, nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), sealed]));
}

/** The text again; throws when the key is another or a bit was changed. */
export function unsealText(sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv("aes-256-gcm", env.fieldKey, bytes.subarray(0, NONCE));
  decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  return decipher.update(bytes.subarray(NONCE + TAG), undefined, "utf8") + decipher.final("utf8");
}
