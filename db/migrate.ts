import { readFileSync } from "node:fs";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { z } from "zod";

const migrationsFolder = path.resolve(import.meta.dirname, "migrations");
const lock = 720_117;

const journal = z.object({ entries: z.array(z.object({ when: z.number() })) });

/**
 * Brings a database up to date, as its owner; of several processes that start at once, one does it and
 * the others wait. Only a demo or a test gets a clock that can be moved, and production refuses such a database.
 */
export async function migrate(url: string, { movableClock }: { movableClock: boolean }) {
  const owner = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await owner`select pg_advisory_lock(${lock})`;
    await runMigrations(drizzle(owner), { migrationsFolder });
    if (movableClock) await owner`update clock set movable = true`;
    const [clock] = await owner<{ movable: boolean }[]>`select movable from clock`;
    if (clock?.movable !== movableClock) {
      throw new Error("This database belongs to a demo: its clock can be moved.");
    }
  } finally {
    await owner.end();
  }
}

/** Whether the newest migration of this source tree has run. Takes any connection that may read the record. */
export async function migrationsCurrent(sql: postgres.Sql): Promise<boolean> {
  const { entries } = journal.parse(
    JSON.parse(readFileSync(path.join(migrationsFolder, "meta/_journal.json"), "utf8")),
  );
  const [done] = await sql<{ newest: string | null }[]>`
    select max(created_at) as newest from drizzle.__drizzle_migrations`;
  return Number(done?.newest) >= Math.max(...entries.map((entry) => entry.when));
}
