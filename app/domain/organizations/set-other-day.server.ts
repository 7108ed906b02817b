import type { Act, Manager } from "#app/domain/act.ts";
import type { MinuteRange } from "#app/domain/bookings/free-starts.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import type { Id } from "#app/values/id.ts";
import type { Day } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { workerDays } from "#db/schema/organizations.ts";
import { lockWorker } from "./lock-worker.server.ts";

export type OtherDayDraft = { day: Day; hours: MinuteRange | null; note: string };

/** Leave (no hours) or other hours on one day, in place of the week's; bookings that were made stay. */
export async function setOtherDay(
  act: Act<Manager>,
  workerId: Id<"worker">,
  { day, hours, note }: OtherDayDraft,
) {
  const said = { fromMinute: hours?.from ?? null, toMinute: hours?.to ?? null, note };
  await db.transaction(async (tx) => {
    await lockWorker(tx, act.by, workerId);
    await tx
      .insert(workerDays)
      .values({ workerId, day, ...said })
      .onConflictDoUpdate({ target: [workerDays.workerId, workerDays.day], set: said });
    await record(tx, act, null, { name: "roster.changed", workerId });
    await announce(tx);
  });
}
