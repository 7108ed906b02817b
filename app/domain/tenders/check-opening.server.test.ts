import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { sealEvents } from "#app/domain/audit/seal.server.ts";
import { withdrawBid } from "#app/domain/bids/withdraw.server.ts";
import { moveClock } from "#app/domain/clock.server.ts";
import { actOf } from "#db/seed/factories/accounts.ts";
import { makeSealedBid } from "#db/seed/factories/bids.ts";
import { makeOpenTender, openerPassphrase } from "#db/seed/factories/tenders.ts";
import { asOwner } from "#db/testing/owner.ts";
import { checkOpening } from "./check-opening.server.ts";
import { findOpeningFile } from "./opening-file.server.ts";
import type { OpeningFile } from "./opening-file.ts";
import { takeOpeningTurn } from "./take-opening-turn.server.ts";

/** An opening with a bid replaced, one withdrawn, one that was damaged, and three more, sealed into the chain. */
async function opened() {
  const { tender, openers } = await makeOpenTender();
  const tenderId = tender.id;
  const bytes = new TextEncoder().encode("%PDF-1.7");
  const attachments = [{ name: "证书.pdf", confidential: true, bytes }];
  const { by } = await makeSealedBid({ tenderId });
  await makeSealedBid({ tenderId, by, attachments });
  const away = await makeSealedBid({ tenderId });
  await withdrawBid(await actOf(away.by), tenderId);
  const damaged = await makeSealedBid({ tenderId });
  for (let n = 0; n < 3; n += 1) await makeSealedBid({ tenderId });
  await asOwner(`update bids set ciphertext = set_bit(ciphertext, 77, 1 - get_bit(ciphertext, 77))
    where organization_id = '${damaged.by.organizationId}'`);
  expect(await findOpeningFile(tenderId)).toBeUndefined();
  if (!tender.deadline) throw new Error("no deadline");
  await moveClock(tender.deadline);
  for (const opener of [openers.a, openers.b]) {
    await takeOpeningTurn(await actOf(opener), { tenderId, passphrase: openerPassphrase });
  }
  const early = await findOpeningFile(tenderId);
  while ((await sealEvents()) > 0);
  const file = await findOpeningFile(tenderId);
  if (!file || !early) throw new Error("there is no file");
  return { early: asRead(early), file: asRead(file) };
}

/** As it comes off the wire. */
const asRead = (file: OpeningFile): OpeningFile => JSON.parse(JSON.stringify(file));

const nobody = { digests: [], heads: [] };
let found: Awaited<ReturnType<typeof opened>>;
beforeAll(async () => {
  found = await opened();
});

/** What is wrong once the file was changed so. */
async function wrongAfter(change: (file: OpeningFile) => void, witnesses = nobody) {
  const file = asRead(found.file);
  change(file);
  return (await checkOpening(file, witnesses)).map(({ what }) => what).join("; ");
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error("there is none");
  return item;
}

describe("a published opening", () => {
  test("adds up, with every receipt accounted for", async () => {
    expect(await checkOpening(found.file, nobody)).toEqual([]);
    expect(found.file.receipts.map(({ fate }) => fate).toSorted()).toEqual([
      ...["opened", "opened", "opened", "opened", "replaced", "unopenable", "withdrawn"],
    ]);
  });

  test("holds nothing of what was offered", () => {
    expect(JSON.stringify(found.file)).not.toMatch(/48000000|每周上门|priceFen/);
  });

  test("that is not sealed yet says so", async () => {
    const [only, ...more] = await checkOpening(found.early, nobody);
    expect(only?.what).toContain("not sealed into its chain yet");
    expect(more).toEqual([]);
  });

  test("is checked by the command with no database at hand", async () => {
    const { dataDir } = inject("cluster");
    const good = path.join(dataDir, "opening.json");
    const bad = path.join(dataDir, "bad-opening.json");
    writeFileSync(good, JSON.stringify(found.file));
    const receipts = found.file.receipts.slice(1);
    writeFileSync(bad, JSON.stringify({ ...found.file, receipts }));
    const own = path.join(dataDir, "receipt.json");
    writeFileSync(own, JSON.stringify({ receipt: at(found.file.receipts, 0).receipt }));
    const run = (...files: string[]) =>
      promisify(execFile)(
        process.execPath,
        ["--import", "tsx", "scripts/verify-opening.ts", ...files],
        { env: { NODE_ENV: "production" } },
      );
    expect((await run(good, own)).stdout).toContain("Nothing is wrong.");
    await expect(run(bad, own)).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining("is missing here"),
    });
  });
});

describe("the check finds", () => {
  test("a receipt that was changed", async () => {
    const wrong = await wrongAfter(({ receipts }) => {
      at(receipts, 0).receipt.at = "2026-01-01T00:00:00.000Z";
    });
    expect(wrong).toContain("signature is not the platform's");
  });

  test("a signature by another key", async () => {
    const { generateKeyPairSync } = await import("node:crypto");
    const pem = generateKeyPairSync("ed25519").publicKey.export({ type: "spki", format: "pem" });
    const problems = await checkOpening(found.file, { ...nobody, publicKey: pem.toString() });
    expect(problems).toHaveLength(found.file.receipts.length);
  });

  test("a bid that was left out of the record", async () => {
    const wrong = await wrongAfter(({ events, receipts }) => {
      const done = at(
        events.filter(({ name }) => name === "opening.done"),
        0,
      );
      const last = at(
        receipts.filter(({ fate }) => fate === "opened"),
        0,
      ).receipt.bidId;
      const detail = JSON.parse(done.detail);
      delete detail.digests[last];
      done.detail = JSON.stringify(detail);
    });
    expect(wrong).toContain("nothing says what became of it");
    expect(wrong).toContain("the chain does not hold it as it is told here");
  });

  test("a receipt that is missing and was published at the deadline", async () => {
    const { digest } = at(found.file.receipts, 2).receipt;
    const without = (file: OpeningFile) => {
      file.receipts = file.receipts.filter(({ receipt }) => receipt.digest !== digest);
    };
    expect(await wrongAfter(without, { ...nobody, digests: [digest] as never[] })).toContain(
      "is missing here",
    );
  });

  test("a fate that is told otherwise than it was", async () => {
    const wrong = await wrongAfter(({ receipts }) => {
      at(
        receipts.filter(({ fate }) => fate === "unopenable"),
        0,
      ).fate = "opened";
    });
    expect(wrong).toContain("said to be opened, but it was unopenable");
  });

  test("an opener who came alone, or before the deadline", async () => {
    const alone = await wrongAfter((file) => {
      const second = file.events.findLastIndex(({ name }) => name === "opening.turn_taken");
      file.events.splice(second, 1);
    });
    expect(alone).toContain("share no copy of the key");
    expect(alone).toContain("fewer than two people");
    const early = await wrongAfter(({ events }) => {
      const turn = at(
        events.filter(({ name }) => name === "opening.turn_taken"),
        0,
      );
      turn.atMicroseconds = String(BigInt(turn.atMicroseconds) - 10_000_000n);
    });
    expect(early).toContain("before the deadline");
  });

  test("a chain that was cut, and one that was made anew since its heads were published", async () => {
    expect(await wrongAfter(({ chain }) => chain?.digests.pop())).toContain(
      "the chain does not hold it",
    );
    const { officeId } = found.file.tender;
    const heads = [{ chain: officeId, seq: (found.file.chain?.after.seq ?? 0) + 2, hash: "0" }];
    expect(await wrongAfter(() => {}, { ...nobody, heads: heads as never[] })).toContain(
      "its hash was another when the heads were published",
    );
  });
});
