import { type ChildProcess, spawn } from "node:child_process";
import { generateKeyPairSync, randomBytes } from "node:crypto";
import net from "node:net";
import postgres from "postgres";
import { helpPhone } from "#app/i18n/help-phone.ts";
import { freePort } from "#db/embedded/postmaster.ts";
import { expect, test } from "./fixtures.ts";

// A production server of its own, on an empty database behind a line that can be cut and held.
let line: Line;
let server: ChildProcess;
let address: string;

test.setTimeout(300_000);

test.beforeEach(async () => {
  const name = `outage_${randomBytes(4).toString("hex")}`;
  const cluster = process.env.E2E_DATABASE_URL ?? "";
  const owner = postgres(cluster, { max: 1, onnotice: () => {} });
  await owner.unsafe(`create database ${name}`);
  await owner.end();
  line = await openLine(Number(new URL(cluster).port));
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  server = startProduction(port, `postgres://postgres@127.0.0.1:${line.port}/${name}`);
  await expect.poll(() => statusOf("/readyz"), { timeout: 120_000 }).toBe(200);
});

test.afterEach(() => {
  server.kill("SIGKILL");
  line.cut();
});

test("while the database is away there is a number to call, and then the page again", async () => {
  expect(await statusOf("/sign-in")).toBe(200);
  line.cut();
  const away = await fetch(`${address}/sign-in`);
  expect(away.status).toBe(503);
  expect(away.headers.get("Retry-After")).toBe("10");
  const words = await away.text();
  expect(words).toContain(helpPhone);
  expect(words).toContain(away.headers.get("X-Reference"));
  expect(await statusOf("/readyz")).toBe(503);
  await line.mend();
  await expect.poll(() => statusOf("/readyz"), { timeout: 30_000 }).toBe(200);
  const crowd = await Promise.all(Array.from({ length: 16 }, () => statusOf("/sign-in")));
  expect(crowd).toEqual(crowd.map(() => 200));
});

test("a stop finishes what was begun", async () => {
  const ended = new Promise((resolve) => server.once("exit", resolve));
  line.hold();
  const begun = statusOf("/sign-in");
  await expect.poll(() => line.isWaiting()).toBe(true);
  server.kill("SIGTERM");
  await expect.poll(() => statusOf("/healthz")).toBe("closed");
  line.release();
  expect(await begun).toBe(200);
  expect(await ended).toBe(0);
});

async function statusOf(path: string) {
  return fetch(`${address}${path}`).then(
    (response) => response.status,
    () => "closed",
  );
}

function startProduction(port: number, databaseUrl: string) {
  const { privateKey } = generateKeyPairSync("ed25519");
  return spawn(process.execPath, ["--import", "tsx", "server.ts"], {
    stdio: "ignore",
    env: {
      ...process.env,
      JIEFANG_MODE: "production",
      NODE_ENV: "production",
      PORT: String(port),
      HOST: "127.0.0.1",
      DATABASE_URL: databaseUrl,
      PLATFORM_KEY: randomBytes(32).toString("base64"),
      FIELD_KEY: randomBytes(32).toString("base64"),
      SIGNING_KEY: privateKey.export({ format: "der", type: "pkcs8" }).toString("base64"),
    },
  });
}

type Line = Awaited<ReturnType<typeof openLine>>;

/** A line to the database: `cut` ends every connection and takes no new one, `hold` lets no question through. */
async function openLine(databasePort: number) {
  const callers = new Set<net.Socket>();
  let held = false;
  let waiting = false;
  const exchange = net.createServer((caller) => {
    const database = net.connect(databasePort, "127.0.0.1");
    callers.add(caller);
    caller.on("data", (question) => {
      waiting ||= held;
      if (held) caller.pause().unshift(question);
      else database.write(question);
    });
    database.pipe(caller);
    for (const [one, other] of [
      [caller, database],
      [database, caller],
    ] as const) {
      one.on("error", () => {});
      one.on("close", () => other.destroy());
    }
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => exchange.listen(port, "127.0.0.1", resolve));
  const port = await freePort();
  await listen(port);

  return {
    port,
    isWaiting: () => waiting,
    hold: () => {
      held = true;
    },
    release: () => {
      held = false;
      for (const caller of callers) caller.resume();
    },
    cut: () => {
      exchange.close();
      for (const caller of callers) caller.destroy();
      callers.clear();
    },
    mend: () => listen(port),
  };
}
