import { mkdirSync } from "node:fs";
import path from "node:path";
import { env } from "#app/env.server.ts";
import { clusterFolder } from "#db/embedded/cluster.ts";
import { owner } from "#db/embedded/owner.ts";
import { runningPort } from "#db/embedded/postmaster.ts";

mkdirSync(env.dataDir, { recursive: true });

/** The folder of the built-in database, and the file of the secrets that its fields are sealed with. */
export const cluster = clusterFolder(path.join(env.dataDir, "postgres"), owner());
export const secrets = path.join(env.dataDir, "secrets.json");

/** The time, fit for a file name. */
export const stamp = new Date().toISOString().slice(0, 19).replaceAll(":", "");

/** Why its files cannot be copied now, if they cannot. */
export async function whyNotCopied(): Promise<string | undefined> {
  if (env.databaseUrl) {
    return "DATABASE_URL is set: use pg_dump and pg_restore, see docs/operations.md.";
  }
  if (await runningPort(cluster)) return "The database is running: stop the server first.";
  return undefined;
}
