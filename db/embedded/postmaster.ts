import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

type Postmaster = { port: number; status: string };

const patience = 60_000;
const pause = 20;
const newFor = 5_000;

/**
 * The port of the server in `folder` once it takes connections, undefined if there is none.
 * With `starting` (its supervisor's process id) the absence of a server is not yet an answer.
 */
export async function runningPort(folder: string, starting?: number): Promise<number | undefined> {
  for (let waited = 0; waited < patience; waited += pause) {
    const found = postmaster(folder);
    if (found?.status === "ready" && (await answers(found.port))) return found.port;
    if (found === undefined && (starting === undefined || !alive(starting))) return undefined;
    await sleep(pause);
  }
  throw new Error(`PostgreSQL in ${folder} neither starts nor stops; see ${folder}.log`);
}

export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

/** What postmaster.pid says of a living server; a file left behind by a crash is removed. */
function postmaster(folder: string): Postmaster | undefined {
  const file = path.join(folder, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const [pid, , , port, , , , status] = readLines(file);
  if (!pid && isNew(file)) return { port: 0, status: "starting" };
  if (!pid || !isServerOf(Number(pid), folder)) {
    rmSync(file, { force: true });
    return undefined;
  }
  return { port: Number(port), status: (status ?? "starting").trim() };
}

/** The file is empty for a moment while a server starts. */
function isNew(file: string) {
  const found = statSync(file, { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.mtimeMs < newFor;
}

function readLines(file: string) {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
}

/** A process id alone may long be somebody else's: the command line must name the folder. */
function isServerOf(pid: number, folder: string) {
  try {
    const command =
      process.platform === "linux"
        ? readFileSync(`/proc/${pid}/cmdline`, "utf8")
        : execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return command.includes(folder);
  } catch {
    return false;
  }
}

function alive(pid: number) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function answers(port: number) {
  return new Promise<boolean>((resolve) => {
    const socket = net.connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
