import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { openSync, readFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const root = path.resolve(import.meta.dirname, "..");
const TRIES = 480;

export type Started = { port: number; stop: () => Promise<void> };

/** Runs a server of ours on a free port of this machine, and waits until it answers at `ready`. */
export async function startServer(
  script: string,
  ready: string,
  environment: Record<string, string>,
  logFile: string,
): Promise<Started> {
  const port = await freePort();
  const output = openSync(logFile, "a");
  const child = spawn(process.execPath, ["--import", "tsx", script], {
    cwd: root,
    env: {
      ...process.env,
      ...environment,
      HOST: "127.0.0.1",
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
    },
    stdio: ["ignore", output, output],
  });
  await answers(child, `http://127.0.0.1:${port}${ready}`, logFile);
  return { port, stop: () => stopped(child) };
}

/** Runs one of the project's scripts to its end, with its words on this terminal. */
export async function runScript(args: string[], environment: Record<string, string>) {
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, ["--import", "tsx", ...args], {
    cwd: root,
    env,
    stdio: "inherit",
  });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`${args[0]} failed`);
}

async function answers(child: ChildProcess, address: string, logFile: string) {
  for (let tries = 0; tries < TRIES && child.exitCode === null; tries += 1) {
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok) return;
    await sleep(250);
  }
  child.kill("SIGTERM");
  throw new Error(`The server did not start. Its own words:\n${readFileSync(logFile, "utf8")}`);
}

async function stopped(child: ChildProcess) {
  if (child.exitCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  await exited;
}

async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (!address || typeof address === "string") throw new Error("no port is free");
  return address.port;
}
