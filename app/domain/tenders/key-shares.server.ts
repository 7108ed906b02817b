import { createECDH, hkdfSync } from "node:crypto";
import {
  makeKeyPair,
  openWith,
  type PublicKeyJwk,
  publicJwk,
  sealTo,
} from "#app/domain/bids/envelope.ts";
import {
  type Bytes,
  fromBase64url,
  joinBytes,
  randomBytes,
  toBase64url,
  utf8,
} from "#app/values/bytes.ts";
import {
  exportPrivate,
  importPrivate,
  KeyShareError,
  lock,
  stretch,
  unlock,
} from "./key-box.server.ts";
import type { Holder, HolderPair, KeyCopy, ReleasedShare, SealedPrivateKey } from "./opening.ts";

/** What opens a holder's shares: an opener's passphrase, or the platform's private key. */
export type HolderKey =
  | { sealedPrivateKey: SealedPrivateKey; passphrase: string }
  | { privateKey: CryptoKey };

const pairs = [
  ["ab", "a", "b"],
  ["ap", "a", "platform"],
  ["bp", "b", "platform"],
] as const satisfies readonly [HolderPair, Holder, Holder][];

const P256_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const openerContext = utf8("jiefang opener key 1");

/** An opener's long-term key pair, made when she chooses her passphrase. */
export async function makeOpenerKey(
  passphrase: string,
): Promise<{ publicKey: PublicKeyJwk; sealedPrivateKey: SealedPrivateKey }> {
  const { publicKey, privateKey } = await makeKeyPair();
  const salt = randomBytes(16);
  const secret = await exportPrivate(privateKey);
  const box = await lock(await stretch(passphrase, salt), secret, openerContext);
  return {
    publicKey,
    sealedPrivateKey: { version: 1, salt: toBase64url(salt), box: toBase64url(box) },
  };
}

/** The platform's key pair, always the same for the same 32 secret bytes. */
export async function platformKeyPair(
  platformKey: Uint8Array,
): Promise<{ publicKey: PublicKeyJwk; privateKey: CryptoKey }> {
  if (platformKey.length !== 32) throw new RangeError("the platform key is not 32 bytes");
  const d = Buffer.from(scalarOf(platformKey).toString(16).padStart(64, "0"), "hex");
  const ecdh = createECDH("prime256v1");
  ecdh.setPrivateKey(d);
  const publicKey = publicJwk(ecdh.getPublicKey());
  const jwk = { ...publicKey, d: toBase64url(d) };
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const privateKey = await crypto.subtle.importKey("jwk", jwk, curve, false, ["deriveBits"]);
  return { publicKey, privateKey };
}

/**
 * A fresh key pair for a tender's bids; the private half leaves here only in three copies, one for each pair of holders.
 * The shares are bound to `name`, the tender's and round's own.
 */
export async function makeTenderKey(
  publicKeys: Record<Holder, PublicKeyJwk>,
  name: string,
): Promise<{ publicKeyJwk: PublicKeyJwk; copies: KeyCopy[] }> {
  const { publicKey, privateKey } = await makeKeyPair();
  const secret = await exportPrivate(privateKey);
  const copies = pairs.map(async ([pair, ...both]) => {
    const shares = both.map((holder) => ({ holder, share: randomBytes(32) }));
    const key = joinedKey(shares.map(({ share }) => share));
    const sealed = shares.map(async ({ holder, share }) => {
      const context = shareContext(name, pair, holder);
      return { holder, sealedShare: toBase64url(await sealTo(publicKeys[holder], share, context)) };
    });
    const wrapped = toBase64url(await lock(key, secret, copyContext(pair)));
    return { pair, wrapped, shares: await Promise.all(sealed) };
  });
  return { publicKeyJwk: publicKey, copies: await Promise.all(copies) };
}

/** A holder's share of every copy that is hers; throws KeyShareError, for one thing if the passphrase is wrong. */
export async function releaseShares(
  holder: Holder,
  key: HolderKey,
  copies: readonly KeyCopy[],
  name: string,
): Promise<ReleasedShare[]> {
  const privateKey = "privateKey" in key ? key.privateKey : await openerKeyOf(key);
  const own = copies.flatMap(({ pair, shares }) =>
    shares.filter((share) => share.holder === holder).map((share) => ({ ...share, pair })),
  );
  if (own.length === 0) throw new KeyShareError("shares_missing");
  const released = own.map(async ({ pair, sealedShare }) => {
    const context = shareContext(name, pair, holder);
    const share = await openWith(privateKey, bytesOf(sealedShare), context).catch(() => {
      throw new KeyShareError("damaged");
    });
    return { pair, holder, share: toBase64url(share) };
  });
  return Promise.all(released);
}

/** The private key of a tender's bids from the shares of any two of its holders; throws KeyShareError for less. */
export async function unwrapTenderKey(
  copies: readonly KeyCopy[],
  released: readonly ReleasedShare[],
): Promise<CryptoKey> {
  for (const [pair, ...both] of pairs) {
    const copy = copies.find((one) => one.pair === pair);
    const shares = both
      .map((holder) => released.find((one) => one.pair === pair && one.holder === holder))
      .filter((found) => found !== undefined);
    if (copy && shares.length === 2) {
      const key = joinedKey(shares.map(({ share }) => bytesOf(share)));
      const secret = await unlock(key, bytesOf(copy.wrapped), copyContext(pair), "damaged");
      return importPrivate(secret);
    }
  }
  throw new KeyShareError("shares_missing");
}

async function openerKeyOf(key: { sealedPrivateKey: SealedPrivateKey; passphrase: string }) {
  const { salt, box } = key.sealedPrivateKey;
  const stretched = await stretch(key.passphrase, bytesOf(salt));
  return importPrivate(await unlock(stretched, bytesOf(box), openerContext, "wrong_passphrase"));
}

function joinedKey(shares: readonly Uint8Array[]): Uint8Array {
  const info = utf8("jiefang tender key 1");
  return new Uint8Array(hkdfSync("sha256", joinBytes(...shares), new Uint8Array(), info, 32));
}

/** A number from 1 to the curve's order − 1, as FIPS 186-5 A.2.1 makes it out of more bits than needed. */
function scalarOf(platformKey: Uint8Array): bigint {
  const info = utf8("jiefang platform key 1");
  const bits = Buffer.from(hkdfSync("sha256", platformKey, new Uint8Array(), info, 48));
  return (BigInt(`0x${bits.toString("hex")}`) % (P256_ORDER - 1n)) + 1n;
}

function bytesOf(text: string): Bytes {
  try {
    return fromBase64url(text);
  } catch {
    throw new KeyShareError("damaged");
  }
}

const shareContext = (name: string, pair: HolderPair, holder: Holder): Bytes =>
  utf8(`jiefang key share 1 ${name} ${pair} ${holder}`);
const copyContext = (pair: HolderPair): Bytes => utf8(`jiefang key copy 1 ${pair}`);
