import { and, asc, count, eq, gte, inArray, type SQL, sql } from "drizzle-orm";
import type { Manager } from "#app/domain/act.ts";
import { holdingStates } from "#app/domain/bookings/booking.ts";
import type { Id } from "#app/values/id.ts";
import { type Day, ZONE } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { bookings } from "#db/schema/bookings.ts";
import { workerDays, workerHours, workers } from "#db/schema/organizations.ts";
import { offers, offerWorkers } from "#db/schema/services.ts";

const PAGE = 20;

type WorkerWish = { words?: string | undefined; after?: Id<"worker"> | undefined };

/** The organization's active workers by name, all of them: who can be named for a service. */
export const listActiveWorkers = (by: Manager) =>
  workersWhere(by, and(eq(workers.organizationId, by.organizationId), workers.active));

/** A page of the organization's workers by name, those whose name or phone holds the words. */
export async function listWorkers(by: Manager, { words = "", after }: WorkerWish = {}) {
  const found = and(
    eq(workers.organizationId, by.organizationId),
    words.trim()
      ? sql`strpos(${workers.name} || ' ' || ${workers.phone}, ${words.trim()}) > 0`
      : undefined,
  );
  const later = after
    ? sql`(${workers.name}, ${workers.id}) > (
        select name, id from workers as last where last.id = ${after})`
    : undefined;
  const [rows, total] = await Promise.all([
    workersWhere(by, and(found, later)).limit(PAGE + 1),
    db.$count(workers, found),
  ]);
  const page = rows.slice(0, PAGE);
  return { rows: page, total, next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null };
}

/** Each with the minutes that she is on duty in a week and what she delivers. */
function workersWhere({ organizationId }: Manager, condition: SQL | undefined) {
  const minutes = sql<number>`sum(${workerHours.toMinute} - ${workerHours.fromMinute})::int`;
  const weeks = db
    .select({ workerId: workerHours.workerId, minutes: minutes.as("minutes") })
    .from(workerHours)
    .innerJoin(workers, eq(workers.id, workerHours.workerId))
    .where(eq(workers.organizationId, organizationId))
    .groupBy(workerHours.workerId)
    .as("weeks");
  const delivered = sql<string[]>`array(select ${offers.title} from ${offers}
    join ${offerWorkers} on ${offerWorkers.offerId} = ${offers.id}
    where ${offerWorkers.workerId} = ${workers.id} order by ${offers.title})`;
  return db
    .select({
      id: workers.id,
      name: workers.name,
      phone: workers.phone,
      active: workers.active,
      minutes: sql<number>`coalesce(${weeks.minutes}, 0)`,
      delivers: delivered,
    })
    .from(workers)
    .leftJoin(weeks, eq(weeks.workerId, workers.id))
    .where(condition)
    .orderBy(asc(workers.name), asc(workers.id));
}

/** One worker with her week, her other days from `today` on and how many bookings stand on each of them. */
export async function findWorker({ organizationId }: Manager, id: Id<"worker">, today: Day) {
  const [worker] = await db
    .select({
      id: workers.id,
      name: workers.name,
      phone: workers.phone,
      active: workers.active,
      account: users.account,
    })
    .from(workers)
    .leftJoin(users, eq(users.id, workers.userId))
    .where(and(eq(workers.id, id), eq(workers.organizationId, organizationId)));
  if (!worker) return undefined;
  const [week, otherDays] = await Promise.all([
    db
      .select({
        weekday: workerHours.weekday,
        from: workerHours.fromMinute,
        to: workerHours.toMinute,
      })
      .from(workerHours)
      .where(eq(workerHours.workerId, id))
      .orderBy(asc(workerHours.weekday), asc(workerHours.fromMinute)),
    listOtherDays(id, today),
  ]);
  return { ...worker, week, otherDays };
}

async function listOtherDays(id: Id<"worker">, today: Day) {
  const midnight = sql`${workerDays.day}::timestamp at time zone ${ZONE}`;
  const thatDay = and(
    eq(bookings.workerId, workerDays.workerId),
    inArray(bookings.state, [...holdingStates]),
    sql`${bookings.startsAt} >= ${midnight} and ${bookings.startsAt} < ${midnight} + interval '1 day'`,
  );
  return await db
    .select({
      day: workerDays.day,
      from: workerDays.fromMinute,
      to: workerDays.toMinute,
      note: workerDays.note,
      booked: count(bookings.id),
    })
    .from(workerDays)
    .leftJoin(bookings, thatDay)
    .where(and(eq(workerDays.workerId, id), gte(workerDays.day, today)))
    .groupBy(workerDays.workerId, workerDays.day)
    .orderBy(asc(workerDays.day));
}
