import { eq } from "drizzle-orm";
import type { Act, Manager } from "#app/domain/act.ts";
import type { MinuteRange } from "#app/domain/bookings/free-starts.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import type { Weekday } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { workerHours } from "#db/schema/organizations.ts";
import { lockWorker } from "./lock-worker.server.ts";
import { hoursOverlap } from "./working-hours.ts";

export type Week = Record<Weekday, MinuteRange[]>;
export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The worker's whole week, in place of the one before; bookings that were made stay. Overlapping hours are refused. */
export async function setWeeklyHours(act: Act<Manager>, workerId: Id<"worker">, week: Week) {
  if (weekdays.some((day) => hoursOverlap(week[day]))) throw new Refusal("worker.hours_overlap");
  const rows = weekdays.flatMap((weekday) =>
    week[weekday].map(({ from, to }) => ({ workerId, weekday, fromMinute: from, toMinute: to })),
  );
  await db.transaction(async (tx) => {
    await lockWorker(tx, act.by, workerId);
    await tx.delete(workerHours).where(eq(workerHours.workerId, workerId));
    if (rows.length > 0) await tx.insert(workerHours).values(rows);
    await record(tx, act, null, { name: "roster.changed", workerId });
    await announce(tx);
  });
}
