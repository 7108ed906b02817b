import { and, eq } from "drizzle-orm";
import type postgres from "postgres";
import type { Resident } from "#app/domain/act.ts";
import { eligible } from "#app/domain/eligibility/price-split.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { listFreeStarts } from "#app/domain/services/availability.server.ts";
import type { Id } from "#app/values/id.ts";
import { dayOf } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { bookings } from "#db/schema/bookings.ts";
import { chooseWorker } from "./choose-worker.server.ts";
import { checkBookable, needTerms, type Terms, timeOf } from "./terms.server.ts";

/** Where a booking is to go: a session for a seat, an instant for a visit. */
export type Target = { sessionId: Id<"service_session"> } | { startsAt: Date };

export type NewPlace = ReturnType<typeof timeOf> & {
  terms: Terms;
  sessionId: Id<"service_session"> | null;
  candidates: Id<"worker">[];
};

type Moving = { programmeId: Id<"programme"> | null; bookingId: Id<"booking"> };

/** The place as it looks before anything is locked; refuses what could never be booked. */
export async function findNewPlace(
  by: Resident,
  bookingId: Id<"booking">,
  target: Target,
): Promise<NewPlace> {
  const [booking] = await db
    .select({ offerId: bookings.offerId, programmeId: bookings.programmeId })
    .from(bookings)
    .where(and(eq(bookings.id, bookingId), eq(bookings.residentId, by.residentId)));
  if (!booking) throw new Refusal("not_found");
  const asked = "sessionId" in target ? target : { day: dayOf(target.startsAt) };
  const terms = await needTerms(by, { offerId: booking.offerId, ...asked });
  const moving = { bookingId, programmeId: booking.programmeId };
  if (!("sessionId" in target)) return await findVisit(terms, target.startsAt, moving);
  const { session } = terms;
  if (!session) throw new Refusal("not_found");
  checkMove(terms, session.startsAt, moving);
  const { id: sessionId, startsAt, endsAt } = session;
  return { terms, sessionId, startsAt, endsAt, from: startsAt, to: endsAt, candidates: [] };
}

async function findVisit(terms: Terms, startsAt: Date, moving: Moving): Promise<NewPlace> {
  const { offer, now } = terms;
  if (offer.mode !== "visit") throw new Refusal("not_found");
  checkMove(terms, startsAt, moving);
  const free = await listFreeStarts(offer.id, dayOf(startsAt), now, moving.bookingId);
  const found = free.find(({ start }) => start.getTime() === startsAt.getTime());
  return {
    terms,
    ...timeOf(terms, startsAt),
    sessionId: null,
    candidates: found?.workers ?? [],
  };
}

/** The price stays, and so must the reason why the fund pays a part of it. */
function checkMove(terms: Terms, startsAt: Date, { programmeId }: Moving) {
  checkBookable(terms, startsAt);
  const { programme, resident } = terms;
  if (!programmeId || programme?.id !== programmeId) return;
  if (!eligible(programme, resident, dayOf(startsAt)).eligible) {
    throw new Refusal("booking.programme_over");
  }
}

type Leaving = { bookingId: Id<"booking">; sessionId: Id<"service_session"> | null };

/** Takes the new place and gives the old one back; the worker who comes, or null for a seat. Refuses when it is gone. */
export async function takePlace(
  sql: postgres.ISql,
  by: Resident,
  place: NewPlace,
  leaving: Leaving,
): Promise<Id<"worker"> | null> {
  if (place.sessionId) {
    await swapSeats(sql, place.sessionId, leaving.sessionId);
    return null;
  }
  const workerId = await chooseWorker(sql, { ...place, by, except: leaving.bookingId });
  if (!workerId) throw new Refusal("booking.taken");
  return workerId;
}

/** Both sessions are locked in order of id, so that two who swap with each other do not wait for ever. */
async function swapSeats(
  sql: postgres.ISql,
  to: Id<"service_session">,
  from: Id<"service_session"> | null,
) {
  if (to === from) return;
  await sql`
    select id from service_sessions where id in (${to}::uuid, ${from}::uuid)
    order by id for no key update`;
  const taken = await sql`
    update service_sessions set taken = taken + 1
    where id = ${to}::uuid and taken < capacity returning id`;
  if (taken.length === 0) throw new Refusal("booking.full");
  await sql`update service_sessions set taken = taken - 1 where id = ${from}::uuid`;
}
