import type postgres from "postgres";
import type { Id } from "#app/values/id.ts";
import { sqlClient } from "#db/client.server.ts";
import { countedTo, freeTimesIn, midnight, today } from "./free-times.server.ts";

/** The offers whose free times are not what the records say; those that still wait to be counted again are left out. */
export async function findWrongFreeTimes(sql: postgres.ISql = sqlClient): Promise<Id<"offer">[]> {
  const rows = await sql<{ id: Id<"offer"> }[]>`
    with counted as materialized (${freeTimesIn(kept())}),
    wrong as (
      select offer_id from counted
      full join (select * from free_times where latest_start >= ${midnight(today())}) as held using (offer_id, latest_start)
      where counted is null or held is null or counted.seats is distinct from held.seats
      union
      select coalesce(o.id, c.offer_id) from (select id from offers where published) o
      full join free_time_counts c on c.offer_id = o.id where o.id is null or c.offer_id is null
    )
    select offer_id as id from wrong where not exists (
      select from free_time_changes waiting where waiting.offer_id = wrong.offer_id or waiting.worker_id in (
        select named.worker_id from offer_workers named where named.offer_id = wrong.offer_id))
    order by offer_id`;
  return rows.map(({ id }) => id);
}

/** Has the worker count every wrong one again; answers how many there were. */
export async function repairFreeTimes(): Promise<number> {
  const wrong = await findWrongFreeTimes();
  if (wrong.length === 0) return 0;
  await sqlClient`
    insert into free_time_changes (offer_id) select * from unnest(${sqlClient.array(wrong)}::uuid[])`;
  return wrong.length;
}

const kept = () => sqlClient`
  select o.id as offer_id, ${today()} as from_day, ${countedTo(sqlClient`c.counted_on`)} as to_day
  from offers o join free_time_counts c on c.offer_id = o.id where o.published`;
