import type postgres from "postgres";
import type { Resident } from "#app/domain/act.ts";
import type { Id } from "#app/values/id.ts";
import { dayOf, instantOf } from "#app/values/time.ts";

export type WorkerWish = {
  candidates: readonly Id<"worker">[];
  by: Resident;
  startsAt: Date;
  /** When the worker would be taken, with her way there and back. */
  from: Date;
  to: Date;
  /** A booking that would move away, and so takes nobody's time. */
  except?: Id<"booking">;
};

/**
 * One of the candidates who is free, or undefined. They are locked first, in order of id, so that of many
 * who ask at once each sees what the one before her got. Whoever served the resident last comes first,
 * then whoever has least to do that day, then the lowest id.
 */
export async function chooseWorker(
  sql: postgres.ISql,
  wish: WorkerWish,
): Promise<Id<"worker"> | undefined> {
  const { candidates, by, startsAt, from, to, except = null } = wish;
  if (candidates.length === 0) return undefined;
  const locked = await sql<{ id: Id<"worker"> }[]>`
    select id from workers where id = any(${[...candidates]}::uuid[]) and active
    order by id for no key update`;
  if (locked.length === 0) return undefined;
  const day = dayOf(startsAt);
  const [chosen] = await sql<{ id: Id<"worker"> }[]>`
    select worker.id from unnest(${locked.map(({ id }) => id)}::uuid[]) as worker(id)
    where not exists (
      select from bookings taken where taken.worker_id = worker.id
        and taken.state in ('confirmed', 'checked_in') and taken.id is distinct from ${except}::uuid
        and taken.occupied && tstzrange(${from}::timestamptz, ${to}::timestamptz))
    order by (
        select max(before.starts_at) from bookings before
        where before.resident_id = ${by.residentId}::uuid and before.worker_id = worker.id
          and before.state not in ('cancelled', 'no_show_resident', 'no_show_provider')
      ) desc nulls last, (
        select count(*) from bookings load where load.worker_id = worker.id
          and load.state in ('confirmed', 'checked_in')
          and load.starts_at >= ${instantOf(day, 0)}::timestamptz
          and load.starts_at < ${instantOf(day, 1440)}::timestamptz
      ), worker.id
    limit 1`;
  return chosen?.id;
}
