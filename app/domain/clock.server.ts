import { sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.server.ts";
import { Refusal } from "./refusal.ts";

/** The database's clock: the only "now" that a rule may ask. Inside a transaction pass its `tx`. */
export async function databaseNow(tx: Tx | typeof db = db): Promise<Date> {
  const [row] = await tx.execute<{ now: string }>(sql`select clock_now() as now`);
  if (!row) throw new Error("the database has no clock");
  return new Date(row.now);
}

/** The clock as a visitor may see it, and whether it can be moved (demo and test only). */
export async function readClock(): Promise<{ now: Date; movable: boolean }> {
  const [row] = await db.execute<{ now: string; movable: boolean }>(
    sql`select clock_now() as now, movable from clock`,
  );
  if (!row) throw new Error("the database has no clock");
  return { now: new Date(row.now), movable: row.movable };
}

/** Move the demo's clock on to `to`. The database refuses where its clock is the real one, and going back. */
export async function moveClock(to: Date): Promise<void> {
  const { now, movable } = await readClock();
  if (!movable) throw new Refusal("not_found");
  if (to <= now) throw new Refusal("clock.backwards");
  await db.execute(sql`select clock_move(${to.toISOString()}::timestamptz)`);
}
