import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { PublicKeyJwk } from "#app/domain/bids/envelope.ts";
import { openBid, sealBid } from "#app/domain/bids/sealing.ts";
import { fromBase64url, toBase64url } from "#app/values/bytes.ts";
import {
  type HolderKey,
  makeOpenerKey,
  makeTenderKey,
  platformKeyPair,
  releaseShares,
  unwrapTenderKey,
} from "./key-shares.server.ts";
import type { KeyCopy, ReleasedShare } from "./opening.ts";

const tenderId = "0190a000-0000-7000-8000-000000000001";
const secretOfPlatform = createHash("sha256").update("the platform's").digest();

/** Fitted out once: scrypt is slow on purpose. */
let keys: Record<"a" | "b" | "platform", HolderKey>;
let publicKeyJwk: PublicKeyJwk;
let copies: KeyCopy[];
let shares: Record<"a" | "b" | "platform", ReleasedShare[]>;

beforeAll(async () => {
  const [a, b] = await Promise.all([makeOpenerKey("春眠不觉晓"), makeOpenerKey("处处闻啼鸟")]);
  const platform = await platformKeyPair(secretOfPlatform);
  const publicKeys = { a: a.publicKey, b: b.publicKey, platform: platform.publicKey };
  ({ publicKeyJwk, copies } = await makeTenderKey(publicKeys, tenderId));
  keys = {
    a: { sealedPrivateKey: a.sealedPrivateKey, passphrase: "春眠不觉晓" },
    b: { sealedPrivateKey: b.sealedPrivateKey, passphrase: "处处闻啼鸟" },
    platform: { privateKey: platform.privateKey },
  };
  shares = {
    a: await releaseShares("a", keys.a, copies, tenderId),
    b: await releaseShares("b", keys.b, copies, tenderId),
    platform: await releaseShares("platform", keys.platform, copies, tenderId),
  };
});

describe("a tender's key", () => {
  test.each([
    ["a", "b"],
    ["a", "platform"],
    ["b", "platform"],
    ["platform", "a"],
  ] as const)("is had from the shares of %s and %s, and opens a bid", async (one, other) => {
    const context = { tenderId, organizationId: "spring", deadlineVersion: 1 };
    const { ciphertext } = await sealBid(publicKeyJwk, context, { priceFen: 1 });
    const privateKey = await unwrapTenderKey(copies, [...shares[one], ...shares[other]]);
    expect(await openBid(privateKey, context, ciphertext)).toEqual({ priceFen: 1 });
    expect(privateKey.extractable).toBe(false);
  });

  test("is the same after a stay in the database", async () => {
    const kept: KeyCopy[] = JSON.parse(JSON.stringify(copies));
    const released: ReleasedShare[] = JSON.parse(JSON.stringify([...shares.a, ...shares.b]));
    await expect(unwrapTenderKey(kept, released)).resolves.toBeDefined();
  });

  test.each(["a", "b", "platform"] as const)("is not had from %s alone", async (holder) => {
    const twice = [...shares[holder], ...shares[holder]];
    await expect(unwrapTenderKey(copies, twice)).rejects.toThrow("shares_missing");
  });

  test("is not had from two shares of different pairs, however they are labelled", async () => {
    const ofAb = shares.a.filter(({ pair }) => pair === "ab");
    const ofBp = shares.b.filter(({ pair }) => pair === "bp");
    await expect(unwrapTenderKey(copies, [...ofAb, ...ofBp])).rejects.toThrow("shares_missing");
    const relabelled = ofBp.map((share) => ({ ...share, pair: "ab" as const }));
    await expect(unwrapTenderKey(copies, [...ofAb, ...relabelled])).rejects.toThrow("damaged");
  });

  test("is not had after a bit of a copy or of a share was flipped", async () => {
    const released = [...shares.a, ...shares.b].filter(({ pair }) => pair === "ab");
    const copy = copies.filter(({ pair }) => pair === "ab");
    const changedCopy = copy.map((one) => ({ ...one, wrapped: flipped(one.wrapped) }));
    await expect(unwrapTenderKey(changedCopy, released)).rejects.toThrow("damaged");
    const changedShares = released.map((one) => ({ ...one, share: flipped(one.share) }));
    await expect(unwrapTenderKey(copy, changedShares)).rejects.toThrow("damaged");
  });

  test("has three copies, each for another pair, and no share in clear", () => {
    expect(copies.map(({ pair, shares: of }) => [pair, ...of.map(({ holder }) => holder)])).toEqual(
      [
        ["ab", "a", "b"],
        ["ap", "a", "platform"],
        ["bp", "b", "platform"],
      ],
    );
    const stored = JSON.stringify(copies);
    for (const { share } of Object.values(shares).flat()) expect(stored).not.toContain(share);
  });
});

describe("a holder's shares", () => {
  test("are those of her two copies", () => {
    expect(shares.a.map(({ pair, holder }) => [pair, holder])).toEqual([
      ["ab", "a"],
      ["ap", "a"],
    ]);
  });

  test("are not released for a wrong passphrase", async () => {
    const wrong = { ...keys.a, passphrase: "春眠不觉晚" };
    await expect(releaseShares("a", wrong, copies, tenderId)).rejects.toMatchObject({
      name: "KeyShareError",
      problem: "wrong_passphrase",
    });
  });

  test("are released however the passphrase's characters were typed", async () => {
    const { publicKey, sealedPrivateKey } = await makeOpenerKey("ｏｐｅｎ　２０２６");
    const made = await makeTenderKey({ a: publicKey, b: publicKey, platform: publicKey }, tenderId);
    const key = { sealedPrivateKey, passphrase: "open 2026" };
    await expect(releaseShares("a", key, made.copies, tenderId)).resolves.toHaveLength(2);
  });

  test("are not released to another holder", async () => {
    await expect(releaseShares("a", keys.b, copies, tenderId)).rejects.toThrow("damaged");
    await expect(releaseShares("b", keys.platform, copies, tenderId)).rejects.toThrow("damaged");
    await expect(releaseShares("a", keys.platform, [], tenderId)).rejects.toThrow("shares_missing");
  });

  test("are not released in another tender, into whose row the copies were put", async () => {
    const other = "0190a000-0000-7000-8000-000000000002";
    await expect(releaseShares("platform", keys.platform, copies, other)).rejects.toThrow(
      "damaged",
    );
  });

  test("are not released after a bit was flipped", async () => {
    const changed = copies.map((copy) => ({
      ...copy,
      shares: copy.shares.map((one) => ({ ...one, sealedShare: flipped(one.sealedShare) })),
    }));
    const released = releaseShares("platform", keys.platform, changed, tenderId);
    await expect(released).rejects.toThrow("damaged");
    const garbled = copies.map((copy) => ({
      ...copy,
      shares: copy.shares.map((one) => ({ ...one, sealedShare: "街坊" })),
    }));
    const unread = releaseShares("platform", keys.platform, garbled, tenderId);
    await expect(unread).rejects.toThrow("damaged");
  });
});

describe("the platform's key pair", () => {
  test("is the same for the same secret, and another for another", async () => {
    const [one, same, other] = await Promise.all([
      platformKeyPair(secretOfPlatform),
      platformKeyPair(secretOfPlatform),
      platformKeyPair(createHash("sha256").update("another").digest()),
    ]);
    expect(same.publicKey).toEqual(one.publicKey);
    expect(other.publicKey).not.toEqual(one.publicKey);
  });

  test("stays what it was in earlier releases", async () => {
    const { publicKey } = await platformKeyPair(new Uint8Array(32));
    expect(publicKey).toEqual({
      kty: "EC",
      crv: "P-256",
      x: "CSRigNZI5-vL0OSSi6D3O8py0r1j3GM1i_vFVylrN1k",
      y: "gtGV3afAeXaUUgvNpF9sMsO2EfIKINOh7zeT8g6Yzq8",
    });
  });

  test("is made of 32 bytes only", async () => {
    await expect(platformKeyPair(new Uint8Array(31))).rejects.toThrow(RangeError);
  });
});

function flipped(text: string): string {
  const bytes = fromBase64url(text);
  return toBase64url(bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte)));
}
