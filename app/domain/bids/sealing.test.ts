import { createHash } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { BidDocument } from "./bid.ts";
import { BrokenSeal, ENVELOPE_OVERHEAD, makeKeyPair, sealTo } from "./envelope.ts";
import {
  digestOf,
  isSealedBid,
  LARGEST_DOCUMENT,
  openBid,
  type SealContext,
  sealBid,
} from "./sealing.ts";

const context: SealContext = { tenderId: "tender", organizationId: "spring", deadlineVersion: 1 };
const document: BidDocument = {
  priceFen: 28_600_000,
  plan: "每周五天，上午九点到下午四点，中午有热饭。",
  team: "八名护理员，两名社工。",
  contactName: "周敏",
  contactPhone: "0571-0000 0001",
  responses: { plan: "每位老人一份照护计划。" },
};
let pair: Awaited<ReturnType<typeof makeKeyPair>>;

beforeAll(async () => {
  pair = await makeKeyPair();
});

describe("a sealed bid", () => {
  test("opens as it was written", async () => {
    const { ciphertext } = await sealBid(pair.publicKey, context, document);
    expect(await openBid(pair.privateKey, context, ciphertext)).toEqual(document);
  });

  test("is known by the SHA-256 of its ciphertext", async () => {
    const { ciphertext, digest } = await sealBid(pair.publicKey, context, document);
    expect(digest).toBe(createHash("sha256").update(ciphertext).digest("hex"));
    expect(await digestOf(ciphertext)).toBe(digest);
  });

  test.each([{ tenderId: "other" }, { organizationId: "other" }, { deadlineVersion: 2 }])(
    "does not open as one of %j",
    async (change) => {
      const { ciphertext } = await sealBid(pair.publicKey, context, document);
      await expect(openBid(pair.privateKey, { ...context, ...change }, ciphertext)).rejects.toThrow(
        BrokenSeal,
      );
    },
  );

  test("with any one bit flipped does not open", async () => {
    const { ciphertext } = await sealBid(pair.publicKey, context, document);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: ciphertext.length * 8 - 1 }), async (bit) => {
        const changed = Uint8Array.from(ciphertext);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        await expect(openBid(pair.privateKey, context, changed)).rejects.toThrow(BrokenSeal);
      }),
    );
  });

  test("does not tell by its length how much was written", async () => {
    const lengths = await Promise.all(
      [0, 1, 3_000, 4_060, 4_090, 16_000, 60_000, 200_000].map(async (length) => {
        const { ciphertext } = await sealBid(pair.publicKey, context, "x".repeat(length));
        expect(isSealedBid(ciphertext)).toBe(true);
        return (ciphertext.length - ENVELOPE_OVERHEAD) / 1024;
      }),
    );
    expect(lengths).toEqual([4, 4, 4, 4, 16, 16, 64, 256]);
  });

  test("may be as large as the largest bucket and no larger", async () => {
    const largest = "x".repeat(LARGEST_DOCUMENT - 2);
    const { ciphertext } = await sealBid(pair.publicKey, context, largest);
    expect(await openBid(pair.privateKey, context, ciphertext)).toBe(largest);
    await expect(sealBid(pair.publicKey, context, `${largest}x`)).rejects.toThrow(RangeError);
  });

  test("is not taken for one from its outside if its length or version is wrong", async () => {
    const { ciphertext } = await sealBid(pair.publicKey, context, document);
    expect(isSealedBid(ciphertext.slice(1))).toBe(false);
    expect(isSealedBid(ciphertext.slice(0, -1))).toBe(false);
    expect(isSealedBid(new Uint8Array(ciphertext.length))).toBe(false);
    expect(isSealedBid(new Uint8Array())).toBe(false);
  });
});

test("whatever else somebody sealed in a bid's place is a broken seal, not a crash", async () => {
  const asBid = new TextEncoder().encode(JSON.stringify(["jiefang bid", 1, "tender", "spring", 1]));
  const saysTooMuch = new Uint8Array(64).fill(255);
  for (const junk of [new Uint8Array(0), new Uint8Array(19), new Uint8Array(20), saysTooMuch]) {
    const ciphertext = await sealTo(pair.publicKey, junk, asBid);
    await expect(openBid(pair.privateKey, context, ciphertext)).rejects.toThrow(BrokenSeal);
  }
});
