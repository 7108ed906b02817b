import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Postgres, startPostgres } from "./embedded.ts";

let parent: string;
let dataDir: string;
let started: Postgres[];

beforeEach(() => {
  parent = mkdtempSync(path.join(os.tmpdir(), "jiefang-embedded-"));
  chmodSync(parent, 0o711);
  dataDir = path.join(parent, "postgres");
  started = [];
});

afterEach(async () => {
  for (const server of started) await server.stop();
  rmSync(parent, { recursive: true, force: true });
});

async function start() {
  const server = await startPostgres({ dataDir, durable: false });
  started.push(server);
  return server;
}

async function ask(server: Postgres, statement: string) {
  const sql = postgres(server.url(), { max: 1, backoff: () => 0.1, onnotice: () => {} });
  try {
    return await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}

const pidFile = () => path.join(dataDir, "postmaster.pid");
const postmaster = () => Number(readFileSync(pidFile(), "utf8").split("\n")[0]);

test("what was written is there after a stop and a start", async () => {
  const first = await start();
  await ask(first, "create table kept (word text)");
  await ask(first, "insert into kept values ('街坊')");
  await first.stop();
  expect([...(await ask(await start(), "select word from kept"))]).toEqual([{ word: "街坊" }]);
});

test("a second process shares the server of the first, and does not stop it", async () => {
  const first = await start();
  const second = await start();
  expect([first.attached, second.attached]).toEqual([false, true]);
  await second.stop();
  expect(await ask(first, "select 1 as one")).toHaveLength(1);
});

test("two that start at once share one server", async () => {
  const both = await Promise.all([start(), start()]);
  expect(new Set(both.map((server) => server.url())).size).toBe(1);
});

test("a server that was killed is started again at the same address", async () => {
  const server = await start();
  process.kill(postmaster(), "SIGKILL");
  await expect
    .poll(() => ask(server, "select 1 as one").catch(() => []), { timeout: 15_000 })
    .toHaveLength(1);
});

test("a pid file left by a crash does not stand in the way, whoever has its number now", async () => {
  await (await start()).stop();
  writeFileSync(pidFile(), `${process.pid}\n${dataDir}\n1\n5432\n\n127.0.0.1\n1 1\nready   \n`);
  const server = await start();
  expect(server.attached).toBe(false);
  expect(await ask(server, "select 1 as one")).toHaveLength(1);
});

test("Chinese letters are letters to it", async () => {
  const server = await start();
  expect([...(await ask(server, "select '街坊' ~ '^[[:alpha:]]+$' as letters"))]).toEqual([
    { letters: true },
  ]);
});
