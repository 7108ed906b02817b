import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import path from "node:path";
import type { Binaries } from "./binaries.ts";
import { type Owner, openToAll } from "./owner.ts";
import { serverEnvironment } from "./supervisor.ts";

/** Where a cluster really lies: `dataDir`, or below /var/lib if its user could not reach that folder. */
export function clusterFolder(dataDir: string, user: Owner | undefined): string {
  const parent = path.dirname(path.resolve(dataDir));
  mkdirSync(parent, { recursive: true });
  const folder = path.join(realpathSync(parent), path.basename(dataDir));
  if (user === undefined || openToAll(parent)) return folder;
  const digest = createHash("sha256").update(folder).digest("hex").slice(0, 12);
  mkdirSync("/var/lib/jiefang", { recursive: true });
  return `/var/lib/jiefang/${digest}`;
}

/** Makes the cluster in one step: a folder that exists is complete. UTF-8 by libc, else by PostgreSQL's own tables. */
export function initialise(folder: string, programs: Binaries, user: Owner | undefined) {
  if (existsSync(path.join(folder, "PG_VERSION"))) return handOver(folder, user);
  const partial = `${folder}.${process.pid}.new`;
  const locales = [
    ["--locale=C.UTF-8"],
    ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
  ];
  const problems = [];
  for (const locale of locales) {
    const problem = initdb(partial, programs, user, locale);
    if (problem === undefined) {
      return put(partial, folder);
    }
    problems.push(problem);
  }
  rmSync(partial, { recursive: true, force: true });
  throw new Error(`PostgreSQL could not make its data folder: ${problems.join(" ")}`);
}

function put(partial: string, folder: string) {
  try {
    renameSync(partial, folder);
  } catch (problem) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(path.join(folder, "PG_VERSION"))) throw problem;
  }
}

/** Answers what went wrong, or undefined. */
function initdb(folder: string, programs: Binaries, user: Owner | undefined, locale: string[]) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user) chownSync(folder, user.uid, user.gid);
  const basics = ["-D", folder, "-U", "postgres", "-A", "trust", "-E", "UTF8"];
  const done = spawnSync(
    path.join(programs.bin, "initdb"),
    [...basics, "--no-sync", "--no-instructions", ...locale],
    { ...user, env: serverEnvironment, cwd: "/", encoding: "utf8" },
  );
  if (done.status === 0) return undefined;
  return done.error?.message ?? done.stderr.trim();
}

/** A cluster made by somebody else, when root starts it: give it to the user who will run it. */
function handOver(folder: string, user: Owner | undefined) {
  if (user === undefined || statSync(folder).uid === user.uid) return;
  spawnSync("chown", ["-R", `${user.uid}:${user.gid}`, folder]);
}
