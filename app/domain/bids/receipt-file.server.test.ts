import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeSealedBid } from "#db/seed/factories/bids.ts";
import { makeOpenTender } from "#db/seed/factories/tenders.ts";
import { findReceipt } from "./queries.server.ts";
import { platformPublicKey, receiptFile } from "./receipt-file.server.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "jiefang-receipt-"));
afterAll(() => rmSync(folder, { recursive: true }));

function check(file: string, ...more: string[]) {
  const receipt = path.join(folder, "receipt.json");
  writeFileSync(receipt, file);
  const { status, stdout } = spawnSync("node", ["public/verify-receipt.mjs", receipt, ...more]);
  return { status, said: stdout.toString() };
}

test("a downloaded receipt is checked by the stand-alone verifier, and a changed one is found out", async () => {
  const { tender } = await makeOpenTender();
  const { by, receiptId, digest } = await makeSealedBid({ tenderId: tender.id });
  const found = await findReceipt(by, receiptId);
  const file = found ? receiptFile(found.receipt) : "";
  const key = path.join(folder, "key.pem");
  writeFileSync(key, platformPublicKey());

  expect(check(file)).toMatchObject({ status: 0, said: expect.stringContaining(digest) });
  expect(check(file, key).status).toBe(0);
  const other = digest.replace(/^./, digest.startsWith("0") ? "1" : "0");
  expect(check(file.replaceAll(digest, other)).status).toBe(1);
});
