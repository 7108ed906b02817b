import type postgres from "postgres";
import type { Act, Resident } from "#app/domain/act.ts";
import { sealText } from "#app/domain/residents/sealed-fields.server.ts";
import { type Id, newId } from "#app/values/id.ts";
import { type Day, monthOf } from "#app/values/time.ts";
import { sqlClient } from "#db/client.server.ts";
import { bookingReference } from "./reference.ts";
import type { Quote, Terms } from "./terms.server.ts";

export type Booked = { id: Id<"booking">; reference: string };

export type NewBooking = {
  terms: Terms;
  quote: Quote;
  day: Day;
  note: string;
  idempotencyKey: string;
};

/**
 * The whole booking in one statement: the place, the booking, its event, and last the rows that most
 * others wait for (the resident's quota, the contract's counter). All of it or nothing; no row comes
 * back when `place` gave none. `place` yields worker_id, service_session_id, starts_at, ends_at, occupied.
 */
export async function insertBooking(
  sql: postgres.ISql,
  act: Act<Resident>,
  booking: NewBooking,
  place: postgres.Fragment,
): Promise<Booked | undefined> {
  const id = newId<"booking">();
  const { offer } = booking.terms;
  const month = monthOf(booking.day);
  const [booked] = await sql<Booked[]>`
    with place as (${place}),
    booked as (${bookingOf(id, act, booking)}),
    ${moneyOf(act.by, booking)}
    told as (
      insert into events (id, office_id, name, detail, by_user_id, by_role, at)
      select ${newId()}::uuid, ${offer.officeId}::uuid, 'booking.confirmed', ${detailOf(id, act.by)}::jsonb,
        ${act.by.userId}::uuid, ${act.by.role}, ${act.at}::timestamptz from booked
    ),
    marked as (
      insert into summary_changes (offer_id, contract_id, month, at)
      select ${offer.id}::uuid, ${offer.contractId}::uuid, ${month}, ${act.at}::timestamptz from booked
    )
    select id, reference from booked`;
  return booked;
}

function bookingOf(id: Id<"booking">, { by, at }: Act<Resident>, booking: NewBooking) {
  const { terms, quote, day, note, idempotencyKey } = booking;
  const { offer, resident } = terms;
  const programmeId = quote.fundShare > 0 ? offer.programmeId : null;
  return sqlClient`
    insert into bookings (id, reference, office_id, community_id, resident_id, offer_id, contract_id,
      organization_id, mode, worker_id, service_session_id, during, occupied, starts_at, ends_at,
      price, fund_share, resident_share, programme_id, quota_month, note_sealed,
      booked_by, proxy_session_id, booked_at, idempotency_key)
    select ${id}::uuid, ${bookingReference()}, ${offer.officeId}::uuid, ${resident.communityId}::uuid,
      ${by.residentId}::uuid, ${offer.id}::uuid, ${offer.contractId}::uuid, ${offer.organizationId}::uuid,
      ${offer.mode}::mode, worker_id, service_session_id, tstzrange(starts_at, ends_at), occupied,
      starts_at, ends_at, ${quote.price}::bigint, ${quote.fundShare}::bigint,
      ${quote.residentShare}::bigint, ${programmeId}::uuid, ${programmeId && monthOf(day)},
      ${note ? sealText(note) : null}::bytea, ${by.userId}::uuid,
      ${by.proxySessionId ?? null}::uuid, ${at}::timestamptz, ${idempotencyKey}::uuid
    from place
    returning id, reference, contract_id`;
}

/** Reserves the fund's share; the counters' CHECKs refuse what is not left. */
function moneyOf({ residentId }: Resident, { terms, quote, day }: NewBooking) {
  const { programme } = terms;
  if (!programme || quote.fundShare === 0) return sqlClient``;
  return sqlClient`
    quota as (
      insert into personal_quotas as had (resident_id, programme_id, month, quota, reserved, used)
      select ${residentId}::uuid, ${programme.id}::uuid, ${monthOf(day)}, ${programme.monthlyQuota}::bigint,
        ${quote.fundShare}::bigint, 0 from booked
      on conflict (resident_id, programme_id, month) do update set reserved = had.reserved + excluded.reserved
      returning reserved
    ),
    counter as (
      update contract_counters counted set fund_reserved = fund_reserved + ${quote.fundShare}::bigint
      from booked left join quota on true where counted.contract_id = booked.contract_id
    ),`;
}

function detailOf(bookingId: Id<"booking">, { residentId, proxySessionId }: Resident) {
  const detail = { bookingId, residentId, ...(proxySessionId && { proxy: proxySessionId }) };
  return sqlClient.json(detail);
}
