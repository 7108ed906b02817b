import type postgres from "postgres";
import { sqlClient } from "#db/client.server.ts";
import { countedTo, freeTimesIn, today } from "./free-times.server.ts";

const CHANGES = 200;
const OFFERS = 50;
/** Fewer days than are counted to spare. */
const COUNTED_AFTER_DAYS = 6;

/**
 * Counts again the free times of the offers of which something changed, and of those whose days ahead run out; answers
 * how many changes and offers it took. What changed says only whose it was, so that nobody who books waits for a sum.
 */
export async function countFreeTimes(changes = CHANGES, offers = OFFERS): Promise<number> {
  return await sqlClient.begin(async (sql) => {
    const [alone] = await sql<{ locked: boolean }[]>`
      select pg_try_advisory_xact_lock(hashtext('count free times')) as locked`;
    if (!alone?.locked) return 0;
    const changed = await takeChanged(sql, changes);
    const ending = await listRunningOut(sql, offers);
    const all = [...new Set([...changed.offers, ...ending])];
    if (all.length > 0) await keep(sql, all);
    return changed.taken + ending.length;
  });
}

async function takeChanged(sql: postgres.ISql, limit: number) {
  const [changed] = await sql<{ taken: number; offers: string[] }[]>`
    with taken as (
      delete from free_time_changes where ctid = any (array(
        select ctid from free_time_changes limit ${limit} for update skip locked))
      returning offer_id, worker_id
    )
    select (select count(*)::int from taken) as taken, array(
      select offer_id from taken where offer_id is not null
      union select named.offer_id from taken join offer_workers named using (worker_id)
    ) as offers`;
  return changed ?? { taken: 0, offers: [] };
}

async function listRunningOut(sql: postgres.ISql, limit: number): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select offer_id as id from free_time_counts
    where counted_on <= ${today()} - ${COUNTED_AFTER_DAYS}::int order by counted_on limit ${limit}`;
  return rows.map(({ id }) => id);
}

/** Of an offer that is not published nothing is kept. */
const keep = (sql: postgres.ISql, offers: string[]) => sql`
  with published as (
    select o.id as offer_id, ${today()} as from_day, ${countedTo(today())} as to_day
    from offers o where o.published and o.id = any(${offers}::uuid[])
  ),
  counted as materialized (${freeTimesIn(sqlClient`select * from published`)}),
  full_now as (
    delete from free_times had where had.offer_id = any(${offers}::uuid[]) and not exists (
      select from counted where counted.offer_id = had.offer_id and counted.latest_start = had.latest_start)
  ),
  free_now as (
    insert into free_times as had (offer_id, latest_start, seats) select offer_id, latest_start, seats from counted
    on conflict (offer_id, latest_start) do update set seats = excluded.seats
    where had.seats is distinct from excluded.seats
  ),
  paused as (
    delete from free_time_counts had where had.offer_id = any(${offers}::uuid[])
      and not exists (select from published where published.offer_id = had.offer_id)
  )
  insert into free_time_counts (offer_id, counted_on) select offer_id, from_day from published
  on conflict (offer_id) do update set counted_on = excluded.counted_on`;
