import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { receiptPublicKey, signReceipt, verifyReceipt } from "./receipt.server.ts";
import { type Receipt, receiptText } from "./receipt.ts";

const receipt: Receipt = {
  bidId: "bid-1",
  tenderId: "tender-1",
  organizationId: "organization-1",
  version: 2,
  digest: "ab".repeat(32),
  at: "2026-11-30T08:59:59.123Z",
  eventId: "event-1",
  eventDigest: "cd".repeat(32),
  chainHead: "ef".repeat(32),
};
const { privateKey, publicKey } = generateKeyPairSync("ed25519");

describe("a receipt", () => {
  test("is signed over a text that anybody can write down again", () => {
    expect(receiptText(receipt)).toBe(`jiefang receipt 1
tender tender-1
organization organization-1
bid bid-1
version 2
digest ${"ab".repeat(32)}
at 2026-11-30T08:59:59.123Z
event event-1
event-digest ${"cd".repeat(32)}
chain-head ${"ef".repeat(32)}
`);
  });

  test("is the platform's, for whoever has its published key", () => {
    const signature = signReceipt(receipt, privateKey);
    const published = createPublicKey(receiptPublicKey(privateKey));
    expect(verifyReceipt(receipt, signature, published)).toBe(true);
    expect(verifyReceipt(receipt, signature, privateKey)).toBe(true);
    expect(receiptPublicKey(publicKey)).toBe(receiptPublicKey(privateKey));
  });

  test.each<Partial<Receipt>>([
    { bidId: "bid-2" },
    { tenderId: "tender-2" },
    { organizationId: "organization-2" },
    { version: 3 },
    { digest: "ba".repeat(32) },
    { at: "2026-11-30T09:00:00.123Z" },
    { eventId: "event-2" },
    { eventDigest: "dc".repeat(32) },
    { chainHead: "fe".repeat(32) },
  ])("does not hold with %j", (change) => {
    const signature = signReceipt(receipt, privateKey);
    expect(verifyReceipt({ ...receipt, ...change }, signature, publicKey)).toBe(false);
  });

  test("does not hold with another's signature, or none", () => {
    const other = generateKeyPairSync("ed25519");
    expect(verifyReceipt(receipt, signReceipt(receipt, other.privateKey), publicKey)).toBe(false);
    expect(verifyReceipt(receipt, "", publicKey)).toBe(false);
    expect(verifyReceipt(receipt, "街坊", publicKey)).toBe(false);
  });
});
