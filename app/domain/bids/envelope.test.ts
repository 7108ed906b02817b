import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { fromBase64url, textOf, utf8 } from "#app/values/bytes.ts";
import { BrokenSeal, makeKeyPair, openWith, publicJwk, sealTo } from "./envelope.ts";

const context = utf8("context");
let pair: Awaited<ReturnType<typeof makeKeyPair>>;

beforeAll(async () => {
  pair = await makeKeyPair();
});

describe("an envelope", () => {
  test("gives back what was sealed, to its key and in its context alone", async () => {
    const envelope = await sealTo(pair.publicKey, utf8("街坊"), context);
    const other = await makeKeyPair();
    expect(textOf(await openWith(pair.privateKey, envelope, context))).toBe("街坊");
    await expect(openWith(other.privateKey, envelope, context)).rejects.toThrow(BrokenSeal);
    await expect(openWith(pair.privateKey, envelope, utf8("other"))).rejects.toThrow(BrokenSeal);
  });

  test("looks different each time, though the same was sealed", async () => {
    const [one, two] = await Promise.all([
      sealTo(pair.publicKey, utf8("same"), context),
      sealTo(pair.publicKey, utf8("same"), context),
    ]);
    expect(one.slice(1)).not.toEqual(two.slice(1));
    expect(one.slice(-20)).not.toEqual(two.slice(-20));
  });

  test("with any one bit flipped does not open", async () => {
    const envelope = await sealTo(pair.publicKey, utf8("exactly this"), context);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: envelope.length * 8 - 1 }), async (bit) => {
        const changed = Uint8Array.from(envelope, (byte, at) =>
          at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte,
        );
        await expect(openWith(pair.privateKey, changed, context)).rejects.toThrow(BrokenSeal);
      }),
    );
  });

  test("with its sender's point mirrored does not open, though both agree on the same secret", async () => {
    const envelope = await sealTo(pair.publicKey, utf8("exactly this"), context);
    const prime = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
    const y = BigInt(`0x${Buffer.from(envelope.slice(34, 66)).toString("hex")}`);
    const mirrored = Buffer.from((prime - y).toString(16).padStart(64, "0"), "hex");
    envelope.set(mirrored, 34);
    await expect(openWith(pair.privateKey, envelope, context)).rejects.toThrow(BrokenSeal);
  });

  test("that was cut short does not open", async () => {
    const envelope = await sealTo(pair.publicKey, utf8("exactly this"), context);
    for (const length of [0, 1, 66, 93, envelope.length - 1]) {
      await expect(openWith(pair.privateKey, envelope.slice(0, length), context)).rejects.toThrow(
        BrokenSeal,
      );
    }
  });

  test("sealed by an earlier release still opens", async () => {
    const privateKey = await crypto.subtle.importKey(
      "jwk",
      {
        kty: "EC",
        crv: "P-256",
        x: "jn6K-vofO_AAE9llJZCSsYr8FbYEp43OzpaIF4cPukA",
        y: "hHrDRUoR1ktWMrUkP7Znwnafjd06r9H7cJxDyTlleeI",
        d: "tFgpwXv4Gbe8WytZu307muJfqQtaDl3xJqxtGmKxmAQ",
      },
      { name: "ECDH", namedCurve: "P-256" },
      false,
      ["deriveBits"],
    );
    const envelope = fromBase64url(
      "AQSI3RfvZm_dQTS7ZT3HOoUuvrIiiPyMTr5y3Lwzp9_g6ixe5xY3AlPCHAf9qbPq9oJ8N5BgGqakf8ixYHV4FV0VEzT1662yUMLhTW9siwFuMBeXyy-iJ8WsG_YJQxdb0O3qKA",
    );
    expect(textOf(await openWith(privateKey, envelope, context))).toBe("街坊");
  });
});

test("a public key is made from an uncompressed point only", () => {
  expect(() => publicJwk(new Uint8Array(65))).toThrow(RangeError);
  expect(() => publicJwk(new Uint8Array(33).fill(4))).toThrow(RangeError);
});
