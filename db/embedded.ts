import { closeSync, openSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Binaries, binaries } from "./embedded/binaries.ts";
import { clusterFolder, initialise } from "./embedded/cluster.ts";
import { type Owner, owner } from "./embedded/owner.ts";
import { freePort, runningPort } from "./embedded/postmaster.ts";
import { type Supervised, supervise } from "./embedded/supervisor.ts";

export type Postgres = {
  url: (database?: string) => string;
  /** Shuts down what this process started; leaves alone what it attached to. */
  stop: () => Promise<void>;
  attached: boolean;
};

type Cluster = { folder: string; logFile: string; user: Owner | undefined; programs: Binaries };

const restartTries = 20;

/**
 * PostgreSQL from npm's binaries in `dataDir`, made on first use, or the one already running there.
 * Without `durable` it forgets in a crash: for tests. It dies with this process and is restarted if it dies alone.
 */
export async function startPostgres(options: {
  dataDir: string;
  durable: boolean;
}): Promise<Postgres> {
  const user = owner();
  const folder = clusterFolder(options.dataDir, user);
  const programs = binaries(user);
  initialise(folder, programs, user);
  const cluster = { folder, logFile: `${folder}.log`, user, programs };

  const found = await runningPort(folder);
  if (found !== undefined) return attached(found);
  try {
    const port = await freePort();
    const server = await keepRunning(cluster, port, settings(port, options.durable));
    return { url: urlOf(port), stop: server.stop, attached: false };
  } catch (problem) {
    const faster = await runningPort(folder);
    if (faster === undefined) throw problem;
    return attached(faster);
  }
}

function attached(port: number): Postgres {
  return { url: urlOf(port), stop: async () => {}, attached: true };
}

/** Starts the server, and again whenever it ends without being asked to. */
async function keepRunning(cluster: Cluster, port: number, args: string[]) {
  let stopping = false;
  let current = await startOnce(cluster, port, args);

  async function revive(triesLeft: number): Promise<void> {
    if (stopping || triesLeft === 0) return;
    await sleep(250, undefined, { ref: false });
    try {
      if (stopping) return;
      current = await startOnce(cluster, port, args);
      if (stopping) return await current.stop();
      watch();
    } catch {
      await revive(triesLeft - 1);
    }
  }
  function watch() {
    void current.ended.then(() => revive(restartTries));
  }
  watch();

  return {
    stop: async () => {
      stopping = true;
      await current.stop();
    },
  };
}

/** Fails also when another process was faster: the server that runs is then on another port. */
async function startOnce(cluster: Cluster, port: number, args: string[]): Promise<Supervised> {
  const log = openSync(cluster.logFile, "w", 0o600);
  const server = supervise(
    path.join(cluster.programs.bin, "postgres"),
    ["-D", cluster.folder, ...args],
    log,
    cluster.user,
  );
  closeSync(log);
  const ready = await Promise.race([runningPort(cluster.folder, server.pid), server.ended]);
  if (ready === port) return server;
  await server.stop();
  throw new Error(`PostgreSQL did not start; its own words are in ${cluster.logFile}`);
}

/** Nothing that people typed reaches the log: errors carry key values, so only the server's own words are kept. */
function settings(port: number, durable: boolean) {
  const values: Record<string, string | number> = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: durable ? 100 : 400,
    shared_buffers: "128MB",
    max_parallel_workers_per_gather: 0,
    timezone: "UTC",
    log_timezone: "UTC",
    log_min_messages: "log",
    log_min_error_statement: "panic",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

function urlOf(port: number) {
  return (database = "postgres") => `postgres://postgres@127.0.0.1:${port}/${database}`;
}
