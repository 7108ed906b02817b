import { type ScryptOptions, scrypt } from "node:crypto";
import { promisify } from "node:util";
import { type Bytes, joinBytes, randomBytes } from "#app/values/bytes.ts";

export type KeyShareProblem = "wrong_passphrase" | "damaged" | "shares_missing";

/** Why a key cannot be had: `damaged` is also a share or copy that belongs to somebody or something else. */
export class KeyShareError extends Error {
  override readonly name = "KeyShareError";
  readonly problem: KeyShareProblem;

  constructor(problem: KeyShareProblem) {
    super(problem);
    this.problem = problem;
  }
}

const NONCE = 12;
const scryptKey = promisify<string, Uint8Array, number, ScryptOptions, Buffer>(scrypt);

/** AES-256-GCM under 32 key bytes: the nonce, then the ciphertext with its tag. */
export async function lock(key: Uint8Array, plain: Bytes, context: Bytes): Promise<Bytes> {
  const iv = randomBytes(NONCE);
  const algorithm = { name: "AES-GCM", iv, additionalData: context };
  const locked = await crypto.subtle.encrypt(algorithm, await cipherKey(key), plain);
  return joinBytes(iv, new Uint8Array(locked));
}

/** What `lock` locked; another key, another context or any change is refused as `problem`. */
export async function unlock(
  key: Uint8Array,
  box: Bytes,
  context: Bytes,
  problem: KeyShareProblem,
): Promise<Bytes> {
  const algorithm = { name: "AES-GCM", iv: box.slice(0, NONCE), additionalData: context };
  const cipher = await cipherKey(key);
  const plain = await crypto.subtle.decrypt(algorithm, cipher, box.slice(NONCE)).catch(() => {
    throw new KeyShareError(problem);
  });
  return new Uint8Array(plain);
}

/** 32 key bytes from a passphrase by scrypt (N 2^15, r 8, p 1: 32 MiB), however its characters were typed. */
export function stretch(passphrase: string, salt: Bytes): Promise<Buffer> {
  const options = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
  return scryptKey(passphrase.normalize("NFKC"), salt, 32, options);
}

/** A private key of P-256 as PKCS #8. */
export async function exportPrivate(key: CryptoKey): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.exportKey("pkcs8", key));
}

/** The same key for use: it cannot be exported again. */
export function importPrivate(pkcs8: Bytes): Promise<CryptoKey> {
  const curve = { name: "ECDH", namedCurve: "P-256" };
  return crypto.subtle.importKey("pkcs8", pkcs8, curve, false, ["deriveBits"]);
}

function cipherKey(key: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", new Uint8Array(key), "AES-GCM", false, [
    "encrypt",
    "decrypt",
  ]);
}
