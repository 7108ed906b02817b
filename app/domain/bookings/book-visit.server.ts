import type postgres from "postgres";
import type { Act, Resident } from "#app/domain/act.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { sealText } from "#app/domain/residents/sealed-fields.server.ts";
import { listFreeStarts } from "#app/domain/services/availability.server.ts";
import { type Id, newId } from "#app/values/id.ts";
import type { Fen } from "#app/values/money.ts";
import { dayOf } from "#app/values/time.ts";
import { sqlClient } from "#db/client.server.ts";
import { chooseWorker } from "./choose-worker.server.ts";
import { oncePerForm } from "./contention.server.ts";
import { findByForm } from "./find-by-form.server.ts";
import { type Booked, insertBooking } from "./insert.server.ts";
import { agreedQuote, checkBookable, needTerms, timeOf } from "./terms.server.ts";

export type VisitWish = {
  offerId: Id<"offer">;
  startsAt: Date;
  /** Somebody in particular; else whoever is free. */
  workerId?: Id<"worker"> | undefined;
  note: string;
  /** Where to come; left out, the address that is known already. */
  address?: string | undefined;
  /** What the resident was told that she pays; she never pays more than that. */
  residentShare: Fen;
  idempotencyKey: string;
};

/** A worker's time at the resident's home. Whoever is to come is locked, so that nobody is given out twice. */
export function bookVisit(act: Act<Resident>, wish: VisitWish): Promise<Booked> {
  const { offerId, startsAt, idempotencyKey } = wish;
  return oncePerForm(
    () => findByForm(act.by, idempotencyKey),
    async () => {
      const day = dayOf(startsAt);
      const [terms, candidates] = await Promise.all([
        needTerms(act.by, { offerId, day, key: idempotencyKey }),
        listCandidates(wish, act.at),
      ]);
      if (terms.earlier) return terms.earlier;
      if (terms.offer.mode !== "visit") throw new Refusal("not_found");
      checkBookable(terms, startsAt);
      if (!wish.address && !terms.resident.hasAddress) throw new Refusal("booking.address_needed");
      const quote = agreedQuote(terms, day, wish.residentShare);
      const booking = { ...wish, terms, day, quote, candidates };
      return await sqlClient.begin((sql) => bookLocked(sql, act, booking));
    },
  );
}

type Locked = Parameters<typeof insertBooking>[2] & VisitWish & { candidates: Id<"worker">[] };

async function bookLocked(sql: postgres.ISql, act: Act<Resident>, booking: Locked) {
  const { terms, startsAt, address, candidates } = booking;
  const time = timeOf(terms, startsAt);
  const workerId = await chooseWorker(sql, { candidates, ...time, by: act.by });
  if (!workerId) throw new Refusal("booking.taken");
  if (address) await keepAddress(sql, act, address);
  const place = sqlClient`
    select ${workerId}::uuid as worker_id, null::uuid as service_session_id,
      ${startsAt}::timestamptz as starts_at, ${time.endsAt}::timestamptz as ends_at,
      tstzrange(${time.from}::timestamptz, ${time.to}::timestamptz) as occupied`;
  const booked = await insertBooking(sql, act, booking, place);
  if (!booked) throw new Error("the visit was not written");
  return booked;
}

/** Who could come then, as it looks before anything is locked. */
async function listCandidates({ offerId, startsAt, workerId }: VisitWish, now: Date) {
  const free = await listFreeStarts(offerId, dayOf(startsAt), now);
  const workers = free.find(({ start }) => start.getTime() === startsAt.getTime())?.workers ?? [];
  return workerId ? workers.filter((id) => id === workerId) : workers;
}

async function keepAddress(sql: postgres.ISql, { by, at }: Act<Resident>, address: string) {
  const { residentId, proxySessionId } = by;
  const detail = { residentId, ...(proxySessionId && { proxy: proxySessionId }) };
  await sql`
    with changed as (
      update residents set address_sealed = ${sealText(address)} where id = ${residentId} returning office_id
    )
    insert into events (id, office_id, name, detail, by_user_id, by_role, at)
    select ${newId()}::uuid, office_id, 'resident.changed', ${sqlClient.json(detail)}::jsonb,
      ${by.userId}::uuid, ${by.role}, ${at}::timestamptz from changed`;
}
