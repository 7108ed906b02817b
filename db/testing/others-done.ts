import { sql } from "drizzle-orm";
import { expect, vi } from "vitest";
import { db } from "../client.server.ts";

/**
 * Waits until no transaction that runs now, other tests' in the same cluster included, runs any more: feeds leave out
 * what one of them might still overtake.
 */
export async function othersDone(): Promise<void> {
  const [begun] = await db.execute<{ next: string }>(
    sql`select pg_snapshot_xmax(pg_current_snapshot())::text as next`,
  );
  await vi.waitFor(
    async () => {
      const [row] = await db.execute<{ done: boolean }>(
        sql`select pg_snapshot_xmin(pg_current_snapshot()) >= ${begun?.next}::xid8 as done`,
      );
      expect(row?.done).toBe(true);
    },
    { timeout: 15_000 },
  );
}
