import { createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { utf8 } from "#app/values/bytes.ts";
import { type Receipt, receiptText } from "./receipt.ts";

/** The platform's Ed25519 signature over the receipt's text, base64. */
export function signReceipt(receipt: Receipt, signingKey: KeyObject): string {
  return sign(null, utf8(receiptText(receipt)), signingKey).toString("base64");
}

/** Whether the platform signed exactly this receipt; either half of its key will do. */
export function verifyReceipt(receipt: Receipt, signature: string, key: KeyObject): boolean {
  const bytes = Buffer.from(signature, "base64");
  return verify(null, utf8(receiptText(receipt)), publicHalf(key), bytes);
}

/** The public half, as it is published for everybody to check receipts with (SPKI in PEM). */
export function receiptPublicKey(signingKey: KeyObject): string {
  return publicHalf(signingKey).export({ type: "spki", format: "pem" }).toString();
}

function publicHalf(key: KeyObject): KeyObject {
  return key.type === "public" ? key : createPublicKey(key);
}
