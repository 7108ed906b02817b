import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { freePort } from "#db/embedded/postmaster.ts";
import { startPostgres } from "#db/embedded.ts";
import { findBrowser } from "./browser.ts";

const patience = 300_000;

/**
 * Before all tests: a database of this run alone, the built server on it, filled with the demo street.
 * The tests get its addresses by environment, so they may also sign in and look things up in the database.
 */
export default async function startServer() {
  process.env.E2E_CHROMIUM = await findBrowser();
  const dataDir = mkdtempSync(path.join(os.tmpdir(), "jiefang-e2e-"));
  chmodSync(dataDir, 0o711);
  const postgres = await startPostgres({ dataDir: path.join(dataDir, "postgres"), durable: false });
  const port = await freePort();
  process.env.E2E_BASE_URL = `http://127.0.0.1:${port}`;
  process.env.E2E_DATABASE_URL = postgres.url();
  process.env.DATABASE_URL = postgres.url();
  process.env.DATA_DIR = dataDir;
  process.env.JIEFANG_MODE = "test";
  const server = await startBuilt(port, path.join(dataDir, "server.log"));

  return async () => {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    await ended;
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

async function startBuilt(port: number, logFile: string): Promise<ChildProcess> {
  const log = openSync(logFile, "w");
  const server = spawn(process.execPath, ["--import", "tsx", "server.ts"], {
    env: { ...process.env, PORT: String(port), HOST: "127.0.0.1", NODE_ENV: "test" },
    stdio: ["ignore", log, log],
  });
  const ended = new Promise<"ended">((resolve) => server.once("exit", () => resolve("ended")));
  const outcome = await Promise.race([ended, answering(`http://127.0.0.1:${port}/readyz`)]);
  if (outcome === "ready") return server;
  server.kill("SIGKILL");
  throw new Error(`The server did not start:\n${readFileSync(logFile, "utf8")}`);
}

async function answering(url: string): Promise<"ready" | "late"> {
  const until = Date.now() + patience;
  while (Date.now() < until) {
    const ready = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return "ready";
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return "late";
}
