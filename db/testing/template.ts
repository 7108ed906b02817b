import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startPostgres } from "../embedded.ts";
import { migrate } from "../migrate.ts";
import { databaseUrl } from "./database-url.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where databases can be made, the migrated one to copy, and a folder for this run alone. */
    cluster: { adminUrl: string; template: string; dataDir: string };
  }
}

/** One cluster a run, with one migrated database for every test file to copy. */
export async function setup(project: TestProject) {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), "jiefang-test-"));
  chmodSync(dataDir, 0o711);
  const cluster = await startCluster(dataDir);
  const template = `template_${process.pid}_${randomBytes(4).toString("hex")}`;
  const admin = postgres(cluster.adminUrl, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${template}`);
  await migrate(databaseUrl(cluster.adminUrl, template), { movableClock: true });
  project.provide("cluster", { adminUrl: cluster.adminUrl, template, dataDir });

  return async () => {
    await admin.unsafe(`drop database ${template} with (force)`);
    await admin.end();
    await cluster.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

async function startCluster(dataDir: string) {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { adminUrl: given, stop: async () => {} };
  const server = await startPostgres({ dataDir: path.join(dataDir, "postgres"), durable: false });
  return { adminUrl: server.url(), stop: server.stop };
}
