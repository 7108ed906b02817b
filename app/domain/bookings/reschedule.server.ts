import type postgres from "postgres";
import type { Act, Resident } from "#app/domain/act.ts";
import { step } from "#app/domain/lifecycle.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { type Id, newId } from "#app/values/id.ts";
import { dayOf, monthOf } from "#app/values/time.ts";
import { sqlClient } from "#db/client.server.ts";
import { type BookingState, bookingLifecycle, cutoffOf } from "./booking.ts";
import { contended } from "./contention.server.ts";
import { findNewPlace, type NewPlace, type Target, takePlace } from "./new-place.server.ts";

export type Rescheduling = {
  bookingId: Id<"booking">;
  /** The version that the page showed. */
  version: number;
  to: Target;
};

type Held = {
  state: BookingState;
  version: number;
  startsAt: Date;
  sessionId: Id<"service_session"> | null;
  now: Date;
};

/** The same booking at another time, price and payment unchanged: all of the swap or nothing. Until the cutoff. */
export function rescheduleBooking(act: Act<Resident>, wish: Rescheduling): Promise<void> {
  return contended(async () => {
    const place = await findNewPlace(act.by, wish.bookingId, wish.to);
    await sqlClient.begin((sql) => move(sql, act, wish, place));
  });
}

async function move(sql: postgres.ISql, act: Act<Resident>, wish: Rescheduling, place: NewPlace) {
  const { bookingId, version } = wish;
  const held = await lockHeld(sql, act.by, bookingId);
  step<BookingState>(bookingLifecycle, held.state, "reschedule");
  if (isThere(held, place)) return;
  if (held.now >= held.startsAt) throw new Refusal("booking.started");
  const cutoff = cutoffOf(held.startsAt, place.terms.offer.cancelCutoffHours);
  if (held.now > cutoff) throw new Refusal("booking.too_late_to_move");
  if (held.version !== version) throw new Refusal("conflict");
  const workerId = await takePlace(sql, act.by, place, { bookingId, sessionId: held.sessionId });
  await writeMove(sql, act, { bookingId, held, place, workerId });
}

async function lockHeld(sql: postgres.ISql, by: Resident, bookingId: Id<"booking">): Promise<Held> {
  const [held] = await sql<Omit<Held, "now">[]>`
    select state, version, starts_at as "startsAt", service_session_id as "sessionId" from bookings
    where id = ${bookingId}::uuid and resident_id = ${by.residentId}::uuid for no key update`;
  const [clock] = await sql<{ now: Date }[]>`select clock_now() as now`;
  if (!held || !clock) throw new Refusal("not_found");
  return { ...held, ...clock };
}

/** Sent twice, the second finds that it is done. */
const isThere = (held: Held, place: NewPlace): boolean =>
  held.startsAt.getTime() === place.startsAt.getTime() && held.sessionId === place.sessionId;

type Move = {
  bookingId: Id<"booking">;
  held: Held;
  place: NewPlace;
  workerId: Id<"worker"> | null;
};

async function writeMove(sql: postgres.ISql, act: Act<Resident>, moved: Move) {
  const { bookingId, held, place, workerId } = moved;
  const { startsAt, endsAt, from, to, sessionId, terms } = place;
  const { id: offerId, officeId, contractId } = terms.offer;
  const months = [held.startsAt, startsAt].map((instant) => monthOf(dayOf(instant)));
  await sql`
    with moved as (
      update bookings set worker_id = ${workerId}::uuid, service_session_id = ${sessionId}::uuid,
        starts_at = ${startsAt}::timestamptz, ends_at = ${endsAt}::timestamptz,
        during = tstzrange(${startsAt}::timestamptz, ${endsAt}::timestamptz),
        occupied = tstzrange(${from}::timestamptz, ${to}::timestamptz),
        version = version + 1, rescheduled_at = ${act.at}::timestamptz
      where id = ${bookingId}::uuid
    ), marked as (
      insert into summary_changes (offer_id, contract_id, month, at)
      select distinct ${offerId}::uuid, ${contractId}::uuid, month, ${act.at}::timestamptz
      from unnest(${months}::text[]) as month
    )
    insert into events (id, office_id, name, detail, by_user_id, by_role, at)
    values (${newId()}::uuid, ${officeId}::uuid, 'booking.rescheduled', ${detailOf(act.by, moved)}::jsonb,
      ${act.by.userId}::uuid, ${act.by.role}, ${act.at}::timestamptz)`;
}

const detailOf = ({ proxySessionId: proxy }: Resident, { bookingId, held, place }: Move) =>
  sqlClient.json({
    bookingId,
    from: held.startsAt.toISOString(),
    to: place.startsAt.toISOString(),
    ...(proxy && { proxy }),
  });
