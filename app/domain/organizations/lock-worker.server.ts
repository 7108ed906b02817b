import { and, eq } from "drizzle-orm";
import type { Manager } from "#app/domain/act.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { workers } from "#db/schema/organizations.ts";

/** The manager's own worker, locked: two changes of her roster follow each other. */
export async function lockWorker(tx: Tx, by: Manager, workerId: Id<"worker">) {
  const [worker] = await tx
    .select()
    .from(workers)
    .where(and(eq(workers.id, workerId), eq(workers.organizationId, by.organizationId)))
    .for("no key update");
  if (!worker) throw new Refusal("not_found");
  return worker;
}
