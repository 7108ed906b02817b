import type postgres from "postgres";
import { holdingStates } from "#app/domain/bookings/booking.ts";
import { ZONE } from "#app/values/time.ts";
import { sqlClient } from "#db/client.server.ts";

// The rules of `duty.ts` and `free-starts.ts` once more, as SQL over many offers at a time: a test holds the two together.
// Nothing here depends on the hour: what notice and horizon leave of it is the reader's to say.

/** Counted further than the horizon, so that a day that turns takes nothing away before it is counted again. */
const SPARE_DAYS = 7;
/** A start is on the half hour. */
const GRID_SECONDS = 1_800;

export const today = () => sqlClient`(clock_now() at time zone ${ZONE})::date`;
export const midnight = (day: postgres.Fragment) =>
  sqlClient`(${day}::timestamp at time zone ${ZONE})`;

/** The last day, of offers `o`, up to which free times are counted on `day`. */
export const countedTo = (day: postgres.Fragment) =>
  sqlClient`${day} + o.horizon_days + ${SPARE_DAYS}::int`;

/** From the records: offer_id, latest_start, seats. `spans` yields offer_id, from_day, to_day, of published offers. */
export const freeTimesIn = (spans: postgres.Fragment) => sqlClient`
  with wanted as materialized (
    select o.id as offer_id, o.mode, from_day, to_day, o.buffer_before_minutes * interval '1 minute' as before,
      (o.duration_minutes + o.buffer_after_minutes) * interval '1 minute' as rest
    from (${spans}) as span join offers o on o.id = span.offer_id
  ),
  team as materialized (
    select w.id as worker_id, min(from_day) as from_day, max(to_day) as to_day
    from wanted join offer_workers using (offer_id) join workers w on w.id = worker_id and w.active
    where wanted.mode = 'visit' group by w.id
  ),
  busy as materialized (${busyOfTeam()}),
  free as materialized (${freeOfTeam()})
  select offer_id, max(latest.start) as latest_start, null::int as seats
  from wanted join offer_workers using (offer_id)
  join free on free.worker_id = offer_workers.worker_id and free.day between wanted.from_day and wanted.to_day
  cross join lateral unnest(free.hours) as part(hours)
  cross join lateral (select to_timestamp(floor(
    extract(epoch from upper(part.hours) - rest) / ${GRID_SECONDS}::int) * ${GRID_SECONDS}::int) as start) as latest
  where wanted.mode = 'visit' and latest.start - before >= lower(part.hours)
  group by offer_id, free.day
  union all
  select offer_id, s.starts_at, max(s.capacity - s.taken)
  from wanted join service_sessions s using (offer_id)
  where wanted.mode = 'seat' and s.day between from_day and to_day and s.taken < s.capacity
  group by offer_id, s.starts_at`;

/** A visit lasts a day at most: what reaches into the first day started after the day before began. */
const busyOfTeam = () => sqlClient`
  select worker_id, range_agg(b.occupied) as hours
  from team join bookings b using (worker_id)
  where b.state = any(${[...holdingStates]}::booking_state[])
    and b.starts_at > ${midnight(sqlClient`from_day`)} - interval '2 days'
    and b.starts_at < ${midnight(sqlClient`(to_day + 2)`)}
  group by worker_id`;

/** The entry for that day if there is one, nothing on a holiday, else the weekly hours; without what is taken. */
const freeOfTeam = () => sqlClient`
  select worker_id, day, case
      when other.from_minute is not null then tstzmultirange(${hours(sqlClient`other`)})
      when other.day is not null or holiday.day is not null then '{}'
      else coalesce((select range_agg(${hours(sqlClient`week`)}) from worker_hours week
        where week.worker_id = team.worker_id and week.weekday = extract(isodow from day)), '{}')
    end - coalesce(busy.hours, '{}') as hours
  from team left join busy using (worker_id)
  cross join lateral (select generate_series(from_day, to_day, interval '1 day')::date as day) as days
  left join worker_days other using (worker_id, day)
  left join (select day from calendar_days where kind = 'holiday') as holiday using (day)`;

const hours = (row: postgres.Fragment) => sqlClient`tstzrange(
  ${midnight(sqlClient`day`)} + ${row}.from_minute * interval '1 minute',
  ${midnight(sqlClient`day`)} + ${row}.to_minute * interval '1 minute')`;
