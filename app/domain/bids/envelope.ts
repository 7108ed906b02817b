import { type Bytes, joinBytes, randomBytes, toBase64url, utf8 } from "#app/values/bytes.ts";

/** The public half of an ECDH P-256 key pair. */
export type PublicKeyJwk = { kty: "EC"; crv: "P-256"; x: string; y: string };

/** What was sealed was changed, was sealed for another key, or belongs to another context. */
export class BrokenSeal extends Error {
  override readonly name = "BrokenSeal";
}

/** An envelope is: version byte, the sender's one-time public point (65), nonce (12), AES-256-GCM ciphertext with its tag (16). */
export const ENVELOPE_VERSION = 1;
const POINT = 65;
const NONCE = 12;
const HEADER = 1 + POINT + NONCE;

/** How many bytes sealing adds. */
export const ENVELOPE_OVERHEAD = HEADER + 16;

const curve = { name: "ECDH", namedCurve: "P-256" };
const purpose = utf8("jiefang envelope 1");

/** A fresh key pair; the private key can be exported, for it is to be wrapped. */
export async function makeKeyPair(): Promise<{ publicKey: PublicKeyJwk; privateKey: CryptoKey }> {
  const pair = await crypto.subtle.generateKey(curve, true, ["deriveBits"]);
  return { publicKey: publicJwk(await pointOf(pair.publicKey)), privateKey: pair.privateKey };
}

/** The public key that an uncompressed point stands for. */
export function publicJwk(point: Uint8Array): PublicKeyJwk {
  const [x, y] = [point.slice(1, 33), point.slice(33)].map(toBase64url);
  if (point.length !== POINT || point[0] !== 4 || !x || !y) {
    throw new RangeError("not an uncompressed point of P-256");
  }
  return { kty: "EC", crv: "P-256", x, y };
}

/** Seals the bytes so that only the private key opens them, and only in the same context. */
export async function sealTo(
  publicKey: PublicKeyJwk,
  plaintext: Uint8Array,
  context: Uint8Array,
): Promise<Bytes> {
  const { kty, crv, x, y } = publicKey;
  const recipient = await crypto.subtle.importKey("jwk", { kty, crv, x, y }, curve, false, []);
  const once = await crypto.subtle.generateKey(curve, false, ["deriveBits"]);
  const point = await pointOf(once.publicKey);
  const nonce = randomBytes(NONCE);
  const header = joinBytes(new Uint8Array([ENVELOPE_VERSION]), point, nonce);
  const key = await agreedKey(once.privateKey, recipient, point);
  const ciphertext = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv: nonce, additionalData: joinBytes(header, context) },
    key,
    new Uint8Array(plaintext),
  );
  return joinBytes(header, new Uint8Array(ciphertext));
}

/** The bytes that were sealed; throws BrokenSeal for another key, another context, or any change. */
export async function openWith(
  privateKey: CryptoKey,
  envelope: Uint8Array,
  context: Uint8Array,
): Promise<Bytes> {
  if (envelope.length < ENVELOPE_OVERHEAD || envelope[0] !== ENVELOPE_VERSION) throw broken();
  const header = new Uint8Array(envelope.slice(0, HEADER));
  const point = header.slice(1, 1 + POINT);
  const sender = await crypto.subtle.importKey("raw", point, curve, false, []).catch(() => {
    throw broken();
  });
  const key = await agreedKey(privateKey, sender, point);
  const opened = crypto.subtle.decrypt(
    {
      name: "AES-GCM",
      iv: header.slice(1 + POINT),
      additionalData: joinBytes(header, context),
    },
    key,
    new Uint8Array(envelope.slice(HEADER)),
  );
  return opened.then(
    (bytes) => new Uint8Array(bytes),
    () => {
      throw broken();
    },
  );
}

async function agreedKey(own: CryptoKey, theirs: CryptoKey, point: Bytes): Promise<CryptoKey> {
  const secret = await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, own, 256);
  const material = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  return crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: point, info: purpose },
    material,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
}

async function pointOf(publicKey: CryptoKey): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.exportKey("raw", publicKey));
}

const broken = () => new BrokenSeal("the seal is broken");
