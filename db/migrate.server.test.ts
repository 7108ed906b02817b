import postgres from "postgres";
import { expect, inject, test } from "vitest";
import { client, sqlClient } from "./client.server.ts";
import { migrate, migrationsCurrent } from "./migrate.ts";
import { one } from "./rows.ts";
import { databaseUrl } from "./testing/database-url.ts";

async function withEmptyDatabase(use: (url: string) => Promise<void>) {
  const { adminUrl } = inject("cluster");
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
  const name = `${one(await client<{ name: string }[]>`select current_database() as name`).name}_empty`;
  await admin.unsafe(`create database ${name}`);
  try {
    await use(databaseUrl(adminUrl, name));
  } finally {
    await admin.unsafe(`drop database ${name} with (force)`);
    await admin.end();
  }
}

test("the app works as a role of few rights, on both its clients", async () => {
  for (const sql of [client, sqlClient]) {
    expect(one(await sql`select current_user`)).toEqual({ current_user: "jiefang_app" });
  }
});

test("a migrated database says that it is current", async () => {
  expect(await migrationsCurrent(client)).toBe(true);
});

test("processes that start at once migrate once", async () => {
  await withEmptyDatabase(async (url) => {
    const each = [1, 2, 3].map(() => migrate(url, { movableClock: false }));
    await expect(Promise.all(each)).resolves.toHaveLength(3);
  });
});

test("production refuses a database whose clock can be moved", async () => {
  await withEmptyDatabase(async (url) => {
    await migrate(url, { movableClock: true });
    await expect(migrate(url, { movableClock: false })).rejects.toThrow("belongs to a demo");
  });
});
