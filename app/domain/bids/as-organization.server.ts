import { sql } from "drizzle-orm";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";

/**
 * A transaction that speaks for one organization: only in it does row-level security show that organization's
 * bids and receipts before the deadline, and nobody else's.
 */
export async function asOrganization<Result>(
  { organizationId }: { organizationId: Id<"organization"> },
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return await db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.organization_id', ${organizationId}, true)`);
    return await work(tx);
  });
}
