import type postgres from "postgres";
import type { Resident } from "#app/domain/act.ts";
import type { Id } from "#app/values/id.ts";
import { dayOf, instantOf } from "#app/values/time.ts";
import { sqlClient } from "#db/client.server.ts";
import { TakenMeanwhile } from "./contention.server.ts";

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
 * One of the candidates who is free, locked until the transaction ends, or undefined. Whoever served the
 * resident last comes first, then whoever has least to do that day, then the lowest id. A worker whom
 * somebody else is booking just now is passed over, unless there is nobody else to wait for.
 */
export async function chooseWorker(
  sql: postgres.ISql,
  wish: WorkerWish,
): Promise<Id<"worker"> | undefined> {
  const { candidates } = wish;
  if (candidates.length === 0) return undefined;
  const worker = (await lockBest(sql, wish, "skip")) ?? (await lockBest(sql, wish, "wait"));
  if (worker) await lookAgain(sql, worker, wish);
  return worker;
}

async function lockBest(sql: postgres.ISql, wish: WorkerWish, locked: "skip" | "wait") {
  const { candidates, by, startsAt } = wish;
  const day = dayOf(startsAt);
  const [best] = await sql<{ id: Id<"worker"> }[]>`
    select worker.id from workers worker
    where worker.id = any(${[...candidates]}::uuid[]) and worker.active
      and not exists (${takenBy(sqlClient`worker.id`, wish)})
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
    limit 1
    for no key update of worker ${locked === "skip" ? sqlClient`skip locked` : sqlClient``}`;
  return best?.id;
}

/** What was looked at before the lock may be old by now; this statement sees all that was booked under it. */
async function lookAgain(sql: postgres.ISql, worker: Id<"worker">, wish: WorkerWish) {
  const taken = await sql`${takenBy(sqlClient`${worker}::uuid`, wish)}`;
  if (taken.length > 0) throw new TakenMeanwhile();
}

const takenBy = (worker: postgres.Fragment, { from, to, except }: WorkerWish) => sqlClient`
  select from bookings taken
  where taken.worker_id = ${worker} and taken.state in ('confirmed', 'checked_in')
    and taken.id is distinct from ${except ?? null}::uuid
    and taken.occupied && tstzrange(${from}::timestamptz, ${to}::timestamptz)`;
