import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import { ZONE } from "#app/values/time.ts";
import { bookings } from "#db/schema/bookings.ts";
import { contracts } from "#db/schema/contracts.ts";
import { calendarDays } from "#db/schema/offices.ts";
import { workerDays, workerHours, workers } from "#db/schema/organizations.ts";
import { offers, offerWorkers, serviceSessions } from "#db/schema/services.ts";

// The rules of `duty.ts` and `free-starts.ts` once more, as SQL over many offers at a time: a test
// holds the two together. All are about the row of `offers` in the query around them.

/** From when on the offer can be booked at the instant `now`. */
const notBefore = (now: SQL) =>
  sql`(${now}::timestamptz + ${offers.noticeHours} * interval '1 hour')`;

/** The first day that can be booked, not before `from`, and the last. */
export const firstDay = (now: SQL, from: SQL) =>
  sql`greatest(${from}::date, ${contracts.startsOn}, (${notBefore(now)} at time zone ${zone})::date)`;
export const lastDay = (now: SQL) =>
  sql`least(${contracts.endsOn}, (${now}::timestamptz at time zone ${zone})::date + ${offers.horizonDays})`;

/** Whether a session that can be booked at `now` still has a seat; in a query over the sessions. */
export const sessionIsFree = (now: SQL) =>
  sql`${serviceSessions.offerId} = ${offers.id} and ${serviceSessions.taken} < ${serviceSessions.capacity}
    and ${serviceSessions.startsAt} >= ${notBefore(now)}`;

/** Whether somebody who delivers the offer is on duty that day, whatever is booked already: cheap. */
export const isStaffed = (day: SQL) => sql`exists (
  select from ${offerWorkers}
  join ${workers} on ${workers.id} = ${offerWorkers.workerId} and ${workers.active}
  left join ${workerDays} on ${workerDays.workerId} = ${workers.id} and ${workerDays.day} = ${day}
  where ${offerWorkers.offerId} = ${offers.id} and (
    ${workerDays.fromMinute} is not null
    or ${workerDays.day} is null and not ${isHoliday(day)} and exists (
      select from ${workerHours} where ${isHerWeekday(day)})))`;

/** Whether a visit can start that day between what is booked already: exact. */
export const hasFreeStart = (day: SQL, now: SQL) => sql`exists (
  select from ${offerWorkers}
  join ${workers} on ${workers.id} = ${offerWorkers.workerId} and ${workers.active}
  cross join lateral (${dutyOf(day)}) as duty(hours)
  cross join lateral (${busyOf(day)}) as busy(hours)
  cross join lateral unnest(duty.hours - busy.hours) as free(part)
  where ${offerWorkers.offerId} = ${offers.id} and ${visitFits(now)})`;

const zone = sql.raw(`'${ZONE}'`);
const midnight = (day: SQL) => sql`(${day}::timestamp at time zone ${zone})`;
const minutes = (count: AnyColumn) => sql`${count} * interval '1 minute'`;

const isHoliday = (day: SQL) => sql`exists (
  select from ${calendarDays} where ${calendarDays.day} = ${day} and ${calendarDays.kind} = 'holiday')`;
const isHerWeekday = (day: SQL) =>
  sql`${workerHours.workerId} = ${workers.id} and ${workerHours.weekday} = extract(isodow from ${day})`;

function dutyOf(day: SQL): SQL {
  const range = (from: AnyColumn, to: AnyColumn) =>
    sql`tstzrange(${midnight(day)} + ${minutes(from)}, ${midnight(day)} + ${minutes(to)})`;
  const week = range(workerHours.fromMinute, workerHours.toMinute);
  const other = range(workerDays.fromMinute, workerDays.toMinute);
  return sql`select case
      when ${workerDays.fromMinute} is not null then tstzmultirange(${other})
      when ${workerDays.day} is not null or ${isHoliday(day)} then '{}'
      else coalesce((select range_agg(${week}) from ${workerHours} where ${isHerWeekday(day)}), '{}')
    end
    from (select) as once
    left join ${workerDays} on ${workerDays.workerId} = ${workers.id} and ${workerDays.day} = ${day}`;
}

const busyOf = (day: SQL) => sql`select coalesce(range_agg(${bookings.occupied}), '{}')
  from ${bookings}
  where ${bookings.workerId} = ${workers.id} and ${bookings.state} in ('confirmed', 'checked_in')
    and ${bookings.startsAt} > ${midnight(day)} - interval '2 days'
    and ${bookings.startsAt} < ${midnight(day)} + interval '2 days'`;

/** The first half hour in the free part, after the buffer and the notice, leaves room for the visit and the other buffer. */
function visitFits(now: SQL): SQL {
  const before = minutes(offers.bufferBeforeMinutes);
  const earliest = sql`greatest(lower(free.part) + ${before}, ${notBefore(now)})`;
  const start = sql`to_timestamp(ceil(extract(epoch from ${earliest}) / 1800) * 1800)`;
  return sql`${start} + ${minutes(offers.durationMinutes)} + ${minutes(offers.bufferAfterMinutes)} <= upper(free.part)`;
}
