import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import type postgres from "postgres";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { sealEvents } from "#app/domain/audit/seal.server.ts";
import { moveClock } from "#app/domain/clock.server.ts";
import {
  makeOpenerKey,
  releaseShares,
  unwrapTenderKey,
} from "#app/domain/tenders/key-shares.server.ts";
import { takeOpeningTurn } from "#app/domain/tenders/take-opening-turn.server.ts";
import { takePlatformTurn } from "#app/domain/tenders/take-platform-turn.server.ts";
import { addTo } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import {
  bids,
  openerKeys,
  openingTurns,
  projects,
  tenderKeys,
  tenders,
  users,
} from "#db/schema/index.ts";
import { actOf, makeManager, makeOperator } from "#db/seed/factories/accounts.ts";
import { makeSealedBid } from "#db/seed/factories/bids.ts";
import { makeOpenTender, openerPassphrase } from "#db/seed/factories/tenders.ts";
import { withOwner } from "#db/testing/owner.ts";
import { makeKeyPair } from "./envelope.ts";
import { openBid } from "./sealing.ts";

/** An open tender with three bids, each of which holds the secret in its text and in a file; its need holds what is public. */
async function guardedTender() {
  const secret = `secret${randomBytes(12).toString("hex")}`;
  const plain = `public${randomBytes(12).toString("hex")}`;
  const made = await makeOpenTender({ project: { need: plain } });
  const tenderId = made.tender.id;
  for (let n = 0; n < 3; n += 1) {
    const by = await makeManager();
    await db
      .update(users)
      .set({ email: `${plain}@example.cn` })
      .where(eq(users.id, by.userId));
    const bytes = new TextEncoder().encode(`%PDF-1.7 ${secret}`);
    const attachments = [{ name: `${secret}.pdf`, confidential: true, bytes }];
    const document = { plan: secret, team: secret, contactName: secret };
    await makeSealedBid({ tenderId, by, document, attachments });
  }
  while ((await sealEvents()) > 0);
  if (!made.tender.deadline) throw new Error("no deadline");
  return { ...made, tenderId, secret, plain, deadline: made.tender.deadline };
}

let guarded: Awaited<ReturnType<typeof guardedTender>>;
beforeAll(async () => {
  guarded = await guardedTender();
});

/** The word as it may stand in a file or a dump: itself, in hexadecimal digits, in base64. */
function spellings(word: string): string[] {
  const bytes = Buffer.from(word);
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .slice(4, -4),
  );
  return [word, bytes.toString("hex"), ...base64];
}
const holds = (text: string | Buffer, word: string) =>
  spellings(word).some((spelling) => text.includes(spelling));

/** Every row of every table, of catalogues too, as text. */
async function dump(owner: postgres.Sql): Promise<string> {
  const tables = await owner<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname <> 'information_schema'`;
  const parts = [];
  for (const { name } of tables) {
    const [all] = await owner.unsafe<{ text: string | null }[]>(
      `select string_agg(row::text, E'\\n') as text from ${name} row`,
    );
    parts.push(all?.text ?? "");
  }
  return parts.join("\n");
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(full);
    return entry.isFile() ? [full] : [];
  });
}

/** Which files of the cluster hold the word: tables, write-ahead log and log; other databases' tables are left out. */
async function filesWith(word: string): Promise<string[]> {
  const { dataDir } = inject("cluster");
  const oid = await withOwner(async (owner) => {
    await owner`checkpoint`;
    const [own] = await owner<{ oid: number }[]>`
      select oid::int from pg_database where datname = current_database()`;
    return String(own?.oid);
  });
  const ours = (file: string) => {
    const [, database] = /[/\\]base[/\\](\d+)[/\\]/.exec(file) ?? [];
    return database === undefined || database === oid;
  };
  return filesUnder(dataDir)
    .filter((file) => ours(file) && statSync(file).isFile())
    .filter((file) => holds(readFileSync(file), word));
}

describe("before the opening, what a bid says is nowhere", () => {
  test("in any row of the database, though what is public is found there", async () => {
    const text = await withOwner(dump);
    expect(holds(text, guarded.plain)).toBe(true);
    expect(holds(text, guarded.secret)).toBe(false);
  });

  test.runIf(existsSync(path.join(inject("cluster").dataDir, "postgres")))(
    "in the cluster's files, its log and its write-ahead log, though what is public is found there",
    async () => {
      expect(await filesWith(guarded.plain)).not.toEqual([]);
      expect(await filesWith(guarded.secret)).toEqual([]);
    },
  );
});

/** All that the database knows of the tender's key. */
async function keptOfKey() {
  const { tenderId, openers } = guarded;
  const { copies } = one(
    await db.select().from(tenderKeys).where(eq(tenderKeys.tenderId, tenderId)),
  );
  const ofOpener = async (userId: (typeof openers)["a"]["userId"]) =>
    one(await db.select().from(openerKeys).where(eq(openerKeys.userId, userId))).sealedPrivateKey;
  return {
    tenderId,
    copies,
    a: await ofOpener(openers.a.userId),
    b: await ofOpener(openers.b.userId),
  };
}

describe("the bids are not opened by", () => {
  test("the database alone: copies without shares, shares without their holders' keys", async () => {
    const { tenderId, copies, a } = await keptOfKey();
    await expect(unwrapTenderKey(copies, [])).rejects.toMatchObject({ problem: "shares_missing" });
    const own = { privateKey: (await makeKeyPair()).privateKey };
    for (const holder of ["a", "b", "platform"] as const) {
      await expect(releaseShares(holder, own, copies, tenderId)).rejects.toMatchObject({
        problem: "damaged",
      });
    }
    const guess = { sealedPrivateKey: a, passphrase: "123456789012" };
    await expect(releaseShares("a", guess, copies, tenderId)).rejects.toMatchObject({
      problem: "wrong_passphrase",
    });
  });

  test("one opener alone with all of the database, and not by another opener's key", async () => {
    const { tenderId, copies, a } = await keptOfKey();
    const hers = { sealedPrivateKey: a, passphrase: openerPassphrase };
    const shares = await releaseShares("a", hers, copies, tenderId);
    await expect(unwrapTenderKey(copies, shares)).rejects.toMatchObject({
      problem: "shares_missing",
    });
    const twice = shares.map((share) => ({ ...share, holder: "b" as const }));
    await expect(unwrapTenderKey(copies, [...shares, ...twice])).rejects.toMatchObject({
      problem: "damaged",
    });
    const { sealedPrivateKey } = await makeOpenerKey(openerPassphrase);
    const stranger = { sealedPrivateKey, passphrase: openerPassphrase };
    await expect(releaseShares("b", stranger, copies, tenderId)).rejects.toMatchObject({
      problem: "damaged",
    });
  });

  test("anybody a second before the deadline, and by two at the deadline", async () => {
    const { tenderId, openers, deadline } = guarded;
    const turn = { tenderId, passphrase: openerPassphrase };
    await moveClock(addTo(deadline, -1_000));
    for (const opener of [openers.a, openers.b]) {
      const early = takeOpeningTurn(await actOf(opener), turn);
      await expect(early).rejects.toMatchObject({ code: "opening.too_early" });
    }
    const operator = await actOf(await makeOperator());
    await expect(takePlatformTurn(operator, tenderId)).rejects.toMatchObject({
      code: "opening.too_early",
    });
    expect(await db.$count(openingTurns, eq(openingTurns.tenderId, tenderId))).toBe(0);
    expect(await db.$count(bids, eq(bids.tenderId, tenderId))).toBe(0);

    await moveClock(deadline);
    expect(await takeOpeningTurn(await actOf(openers.a), turn)).toBe("waiting");
    const sealed = await db.select().from(bids).where(eq(bids.tenderId, tenderId));
    const { privateKey } = await makeKeyPair();
    for (const bid of sealed) {
      expect(bid.document).toBeNull();
      await expect(openBid(privateKey, bid, bid.ciphertext)).rejects.toThrow("seal is broken");
    }
    expect(await takeOpeningTurn(await actOf(openers.b), turn)).toBe("opened");
    const { document } = one(
      await db.select().from(bids).where(eq(bids.tenderId, tenderId)).limit(1),
    );
    expect(document?.plan).toBe(guarded.secret);
    const { status } = one(await db.select().from(tenders).where(eq(tenders.id, tenderId)));
    expect(status).toBe("evaluating");
    expect(await db.$count(projects, eq(projects.need, guarded.plain))).toBe(1);
  });
});
