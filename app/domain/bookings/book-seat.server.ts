import type { Act, Resident } from "#app/domain/act.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import type { Fen } from "#app/values/money.ts";
import { sqlClient } from "#db/client.server.ts";
import { oncePerForm } from "./contention.server.ts";
import { findByForm } from "./find-by-form.server.ts";
import { type Booked, insertBooking } from "./insert.server.ts";
import { agreedQuote, checkBookable, needTerms } from "./terms.server.ts";

export type SeatWish = {
  offerId: Id<"offer">;
  sessionId: Id<"service_session">;
  note: string;
  /** What the resident was told that she pays; she never pays more than that. */
  residentShare: Fen;
  idempotencyKey: string;
};

/** A seat of a session, in one statement: of any number who ask at once, as many get one as there are seats. */
export function bookSeat(act: Act<Resident>, wish: SeatWish): Promise<Booked> {
  const { offerId, sessionId, idempotencyKey } = wish;
  return oncePerForm(
    () => findByForm(act.by, idempotencyKey),
    async () => {
      const terms = await needTerms(act.by, { offerId, sessionId, key: idempotencyKey });
      const { session, earlier } = terms;
      if (earlier) return earlier;
      if (!session) throw new Refusal("not_found");
      checkBookable(terms, session.startsAt);
      const quote = agreedQuote(terms, session.day, wish.residentShare);
      const booking = { ...wish, terms, quote, day: session.day };
      const booked = await insertBooking(sqlClient, act, booking, freeSeat(sessionId));
      if (!booked) throw new Refusal("booking.full");
      return booked;
    },
  );
}

const freeSeat = (sessionId: Id<"service_session">) => sqlClient`
  update service_sessions set taken = taken + 1
  where id = ${sessionId}::uuid and taken < capacity
  returning null::uuid as worker_id, id as service_session_id, starts_at, ends_at,
    tstzrange(starts_at, ends_at) as occupied`;
