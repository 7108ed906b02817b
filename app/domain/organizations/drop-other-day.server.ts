import { and, eq } from "drizzle-orm";
import type { Act, Manager } from "#app/domain/act.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import type { Day } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { workerDays } from "#db/schema/organizations.ts";
import { lockWorker } from "./lock-worker.server.ts";

/** The week's hours hold again on that day. */
export async function dropOtherDay(act: Act<Manager>, workerId: Id<"worker">, day: Day) {
  await db.transaction(async (tx) => {
    await lockWorker(tx, act.by, workerId);
    const dropped = await tx
      .delete(workerDays)
      .where(and(eq(workerDays.workerId, workerId), eq(workerDays.day, day)))
      .returning({ day: workerDays.day });
    if (dropped.length === 0) throw new Refusal("not_found");
    await record(tx, act, null, { name: "roster.changed", workerId });
    await announce(tx);
  });
}
