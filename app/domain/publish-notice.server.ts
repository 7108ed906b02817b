import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";

/** Public pages that were kept for a few seconds are dropped once this transaction commits. */
export async function announce(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_notify('published', '')`);
}

/** The worker does at once what is due, instead of in a few seconds; for acts so rare that nobody queues to notify. */
export async function callWorker(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_notify('events', '')`);
}
