import { and, asc, between, desc, eq, sql } from "drizzle-orm";
import type { Act, Operator } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { type Day, day as dayFrom, dayOf } from "#app/values/time.ts";
import { db, type Tx } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { calendarChanges, calendarDays } from "#db/schema/offices.ts";
import type { DayKind, WorkingDayCalendar } from "./working-days.ts";

const MOST = 100;

/** Every day on which the week's rule does not hold. */
export async function readCalendar(reader: Tx | typeof db): Promise<WorkingDayCalendar> {
  const days = await reader
    .select({ day: calendarDays.day, kind: calendarDays.kind })
    .from(calendarDays);
  return new Map(days.map(({ day, kind }) => [day, kind]));
}

/** The days of a year on which the week's rule does not hold, in their order. */
export async function listCalendarDays(_by: Operator, year: number) {
  const [first, last] = [dayFrom(`${year}-01-01`), dayFrom(`${year}-12-31`)];
  return await db
    .select()
    .from(calendarDays)
    .where(between(calendarDays.day, first, last))
    .orderBy(asc(calendarDays.day));
}

/** One day of the calendar; undefined where the week's rule holds. */
export async function findCalendarDay(_by: Operator, day: Day) {
  const [found] = await db.select().from(calendarDays).where(eq(calendarDays.day, day));
  return found;
}

/** Who changed days when and why, newest first; of one day where it is named. */
export async function listCalendarChanges(_by: Operator, day?: Day) {
  return await db
    .select({
      id: calendarChanges.id,
      day: calendarChanges.day,
      before: calendarChanges.before,
      after: calendarChanges.after,
      name: calendarChanges.name,
      reason: calendarChanges.reason,
      changedAt: calendarChanges.changedAt,
      by: users.name,
    })
    .from(calendarChanges)
    .innerJoin(users, eq(users.id, calendarChanges.changedBy))
    .where(and(day && eq(calendarChanges.day, day)))
    .orderBy(desc(calendarChanges.changedAt), desc(calendarChanges.id))
    .limit(MOST);
}

export type CalendarChange = {
  day: Day;
  kind: DayKind;
  /** Such as 国庆节调休上班; nothing for an ordinary day. */
  name: string;
  reason: string;
};

/**
 * What a day is from now on, in place of what the calendar said. Periods are counted with it from then on; those that were
 * counted before stay. Refuses a day that has passed, and what the calendar says already.
 */
export async function setCalendarDay(act: Act<Operator>, change: CalendarChange): Promise<void> {
  const { day, kind: after, name, reason } = change;
  const { userId: changedBy } = act.by;
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('calendar days'))`);
    const at = await databaseNow(tx);
    if (day < dayOf(at)) throw new Refusal("calendar.past");
    const [known] = await tx.select().from(calendarDays).where(eq(calendarDays.day, day));
    const before: DayKind = known?.kind ?? "ordinary";
    if (after === before && (known?.name ?? "") === name) throw new Refusal("calendar.unchanged");
    await write(tx, change);
    const values = { day, before, after, name, reason, changedBy, changedAt: at };
    await tx.insert(calendarChanges).values(values);
    await record(tx, { by: act.by, at }, null, { name: "calendar.changed", day, before, after });
  });
}

async function write(tx: Tx, { day, kind, name }: CalendarChange) {
  if (kind === "ordinary") {
    await tx.delete(calendarDays).where(eq(calendarDays.day, day));
    return;
  }
  await tx
    .insert(calendarDays)
    .values({ day, kind, name })
    .onConflictDoUpdate({ target: calendarDays.day, set: { kind, name } });
}
