import { sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.server.ts";
import { Refusal } from "./refusal.ts";

/** The database's clock: the only "now" that a rule may ask. Inside a transaction pass its `tx`. */
export async function databaseNow(tx: Tx | typeof db = db): Promise<Date> {
  const [row] = await tx.execute<{ now: string }>(sql`select clock_now() as now`);
  if (!row) throw new Error("the database has no clock");
  return new Date(row.now);
}

/** The world's time, which an authenticator on somebody's phone goes by: the demo's clock may be ahead of it. */
export async function worldNow(tx: Tx | typeof db = db): Promise<Date> {
  const [row] = await tx.execute<{ now: string }>(sql`select clock_timestamp() as now`);
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

/** Move the demo's clock on to `to`; refused going back, and where the clock is the real one. */
export async function moveClock(to: Date): Promise<void> {
  const { now, movable } = await readClock();
  if (!movable) throw new Refusal("not_found");
  if (to <= now) throw new Refusal("clock.backwards");
  await db.transaction(async (tx) => {
    await tx.execute(sql`select clock_move(${to.toISOString()}::timestamptz)`);
    await tx.execute(sql`select pg_notify('published', ''), pg_notify('events', '')`);
  });
}

/** The next moment at which something happens by itself: a deadline, the end of a standstill or of a draft's time for comments. */
export async function findNextDeadline(): Promise<Date | undefined> {
  const [row] = await db.execute<{ next: string | null }>(sql`
    select min(at) as next from (
      select deadline as at from tenders where status = 'open' and suspended_at is null
      union all select standstill_ends_at from tenders where status = 'publicised' and suspended_at is null
      union all select closes_at from consultations where ended_at is null
      union all select checked_out_at + interval '72 hours' from bookings where state = 'delivered'
    ) as coming where at > clock_now()`);
  return row?.next ? new Date(row.next) : undefined;
}
