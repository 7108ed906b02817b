import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, inject } from "vitest";
import { databaseUrl } from "./database-url.ts";

// A database of its own for each test file, gone when the file is done. Nothing is emptied between
// tests: each makes the rows it is about, as the factories do.
const { adminUrl, template, dataDir } = inject("cluster");
const name = `test_${process.pid}_${randomBytes(4).toString("hex")}`;

const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
await admin.unsafe(`create database ${name} template ${template} strategy file_copy`);

process.env.JIEFANG_MODE = "test";
process.env.DATABASE_URL = databaseUrl(adminUrl, name);
process.env.DATABASE_POOL = "60";
process.env.DATA_DIR = dataDir;
const { client, sqlClient } = await import("../client.server.ts");

afterAll(async () => {
  await Promise.all([client.end(), sqlClient.end()]);
  await admin.unsafe(`drop database ${name} with (force)`);
  await admin.end();
});
