import { beforeAll, describe, expect, test } from "vitest";
import {
  type Attachment,
  isSealedAttachment,
  LARGEST_ATTACHMENT,
  openAttachment,
  sealAttachment,
} from "./attachment.ts";
import { BrokenSeal, ENVELOPE_OVERHEAD, makeKeyPair, sealTo } from "./envelope.ts";
import { type SealContext, sealBid } from "./sealing.ts";

const context: SealContext = { tenderId: "tender", organizationId: "spring", deadlineVersion: 1 };
const file: Attachment = {
  name: "资质证书.pdf",
  confidential: true,
  bytes: new TextEncoder().encode("%PDF-1.7 证书"),
};
let pair: Awaited<ReturnType<typeof makeKeyPair>>;

beforeAll(async () => {
  pair = await makeKeyPair();
});

const sealed = (attachment = file) => sealAttachment(pair.publicKey, context, attachment);

describe("a sealed attachment", () => {
  test("opens as it was, with its name and whether it is confidential", async () => {
    const { ciphertext } = await sealed();
    expect(await openAttachment(pair.privateKey, context, ciphertext)).toEqual(file);
  });

  test.each([{ tenderId: "other" }, { organizationId: "other" }, { deadlineVersion: 2 }])(
    "does not open as one of %j",
    async (change) => {
      const { ciphertext } = await sealed();
      await expect(
        openAttachment(pair.privateKey, { ...context, ...change }, ciphertext),
      ).rejects.toThrow(BrokenSeal);
    },
  );

  test("is no bid, and a bid is no attachment", async () => {
    const bid = await sealBid(pair.publicKey, context, { priceFen: 1 });
    await expect(openAttachment(pair.privateKey, context, bid.ciphertext)).rejects.toThrow(
      BrokenSeal,
    );
  });

  test("does not tell by its length how large the file is", async () => {
    const lengths = await Promise.all(
      [1, 60_000, 70_000, 900_000, LARGEST_ATTACHMENT].map(async (length) => {
        const { ciphertext } = await sealed({ ...file, bytes: new Uint8Array(length) });
        expect(isSealedAttachment(ciphertext)).toBe(true);
        return (ciphertext.length - ENVELOPE_OVERHEAD) / 1024;
      }),
    );
    expect(lengths).toEqual([64, 64, 256, 1_024, 2_048]);
  });

  test("is no larger than the largest bucket", async () => {
    const bytes = new Uint8Array(LARGEST_ATTACHMENT + 1);
    await expect(sealed({ ...file, bytes })).rejects.toThrow(RangeError);
  });
});

test("whatever else somebody sealed in its place is a broken seal, not a crash", async () => {
  const as = new TextEncoder().encode(
    JSON.stringify(["jiefang attachment", 1, "tender", "spring", 1]),
  );
  const lengthOf = (n: number) => [...new Uint8Array(16), 0, 0, 0, n];
  for (const junk of [
    [],
    lengthOf(0),
    [...lengthOf(4), 0, 0, 0, 9],
    [...lengthOf(5), 0, 0, 0, 1, 91],
  ]) {
    const ciphertext = await sealTo(pair.publicKey, new Uint8Array(junk), as);
    await expect(openAttachment(pair.privateKey, context, ciphertext)).rejects.toThrow(BrokenSeal);
  }
});
