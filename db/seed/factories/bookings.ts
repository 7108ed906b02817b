import { eq, sql } from "drizzle-orm";
import { type BookingState, holdsPlace } from "#app/domain/bookings/booking.ts";
import { bookingReference } from "#app/domain/bookings/reference.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { portionOf } from "#app/values/basis-points.ts";
import type { Id } from "#app/values/id.ts";
import { type Fen, fen } from "#app/values/money.ts";
import { addDays, addTo, dayOf, instantOf, minutes, monthOf } from "#app/values/time.ts";
import { db, type Tx } from "../../client.server.ts";
import { one } from "../../rows.ts";
import {
  bookings,
  contractCounters,
  offerCommunities,
  offers,
  personalQuotas,
  programmes,
  residents,
  serviceSessions,
} from "../../schema/index.ts";
import { makeResident, makeUser } from "./accounts.ts";
import { makeOffer, makeProgramme, makeRosteredWorker, makeServiceSession } from "./services.ts";

type Offer = typeof offers.$inferSelect;
type BookingWish = Partial<typeof bookings.$inferInsert>;

/**
 * A booking in the state asked for (confirmed: in two days; checked in: a quarter of an hour ago; else yesterday),
 * with its seat, the contract's counter and the resident's quota as its commands would have left them. Unless an
 * offer is named it is a visit of ¥60, of which a programme pays 60 %.
 */
export async function makeBooking(wish: BookingWish = {}) {
  const { state = "confirmed" } = wish;
  const offer = await offerOf(wish);
  const resident = await residentOf(offer, wish.residentId);
  const place = await placeOf(offer, state, wish);
  const fundShare = wish.fundShare ?? (await usualShare(offer));
  const programmeId = fundShare > 0 ? offer.programmeId : null;
  const values = {
    reference: bookingReference(),
    officeId: offer.officeId,
    communityId: resident.communityId,
    residentId: resident.id,
    offerId: offer.id,
    contractId: offer.contractId,
    organizationId: offer.organizationId,
    mode: offer.mode,
    price: offer.price,
    fundShare,
    residentShare: fen(offer.price - fundShare),
    programmeId,
    quotaMonth: programmeId ? monthOf(dayOf(place.startsAt)) : null,
    bookedBy: resident.userId ?? (await makeUser("周敏", {})).id,
    bookedAt: addTo(place.startsAt, minutes(-3 * 1440)),
    idempotencyKey: crypto.randomUUID(),
    ...marksOf(state, place),
    ...place,
  };
  return await db.transaction(async (tx) => {
    const booking = one(
      await tx
        .insert(bookings)
        .values({ ...values, ...wish, state })
        .returning(),
    );
    await countBooking(tx, booking);
    return booking;
  });
}

async function offerOf({ offerId, serviceSessionId }: BookingWish): Promise<Offer> {
  const session = serviceSessionId && (await sessionOf(serviceSessionId));
  const wanted = offerId ?? (session ? session.offerId : undefined);
  if (wanted) return one(await db.select().from(offers).where(eq(offers.id, wanted)));
  const offer = await makeOffer();
  const programme = await makeProgramme({ officeId: offer.officeId });
  return one(
    await db
      .update(offers)
      .set({ programmeId: programme.id })
      .where(eq(offers.id, offer.id))
      .returning(),
  );
}

const sessionOf = async (id: Id<"service_session">) =>
  one(await db.select().from(serviceSessions).where(eq(serviceSessions.id, id)));

async function residentOf(offer: Offer, wanted: Id<"resident"> | undefined) {
  const id = wanted ?? (await makeNeighbour(offer)).residentId;
  return one(await db.select().from(residents).where(eq(residents.id, id)));
}

/** A resident of one of the communities that the offer serves. */
export async function makeNeighbour(
  offer: Pick<Offer, "id" | "officeId">,
  values: Partial<typeof residents.$inferInsert> = {},
) {
  const [served] = await db
    .select({ communityId: offerCommunities.communityId })
    .from(offerCommunities)
    .where(eq(offerCommunities.offerId, offer.id))
    .limit(1);
  return await makeResident({ officeId: offer.officeId, ...served, ...values });
}

async function placeOf(offer: Offer, state: BookingState, wish: BookingWish) {
  if (offer.mode === "seat") {
    const { id, startsAt, endsAt } = wish.serviceSessionId
      ? await sessionOf(wish.serviceSessionId)
      : await makeServiceSession({ offerId: offer.id, startsAt: await usualStart(state) });
    const during = rangeOf(startsAt, endsAt);
    return { serviceSessionId: id, startsAt, endsAt, during, occupied: during };
  }
  const startsAt = wish.startsAt ?? (await usualStart(state));
  const endsAt = wish.endsAt ?? addTo(startsAt, minutes(offer.durationMinutes));
  return {
    workerId: wish.workerId ?? (await makeRosteredWorker(offer.id)).workerId,
    startsAt,
    endsAt,
    during: rangeOf(startsAt, endsAt),
    occupied: rangeOf(
      addTo(startsAt, minutes(-offer.bufferBeforeMinutes)),
      addTo(endsAt, minutes(offer.bufferAfterMinutes)),
    ),
  };
}

const rangeOf = (from: Date, to: Date) => `[${from.toISOString()},${to.toISOString()})`;

async function usualStart(state: BookingState): Promise<Date> {
  const now = await databaseNow();
  if (state === "checked_in") return addTo(now, minutes(-15));
  return instantOf(addDays(dayOf(now), state === "confirmed" ? 2 : -1), 10 * 60);
}

/** The instants that the state implies. */
function marksOf(state: BookingState, { startsAt, endsAt }: { startsAt: Date; endsAt: Date }) {
  const served = { checkedInAt: startsAt, checkedOutAt: endsAt };
  const ended = { endedAt: startsAt };
  const acceptedAt = addTo(endsAt, minutes(60));
  const marks: Record<BookingState, BookingWish> = {
    confirmed: {},
    checked_in: { checkedInAt: startsAt },
    delivered: served,
    disputed: { ...served, disputeReason: "约好的清洁没有做完。" },
    accepted: { ...served, acceptedAt },
    closed: { ...served, acceptedAt },
    cancelled: ended,
    no_show_resident: ended,
    no_show_provider: ended,
  };
  return marks[state];
}

async function usualShare({ programmeId, price }: Offer): Promise<Fen> {
  if (!programmeId) return fen(0);
  const programme = one(await db.select().from(programmes).where(eq(programmes.id, programmeId)));
  return fen(Math.min(portionOf(price, programme.rateBp), programme.capPerVisit));
}

async function countBooking(tx: Tx, booking: typeof bookings.$inferSelect) {
  const { state, fundShare, residentId, programmeId, contractId, quotaMonth } = booking;
  if (booking.serviceSessionId && holdsPlace(state)) {
    await tx
      .update(serviceSessions)
      .set({ taken: sql`${serviceSessions.taken} + 1` })
      .where(eq(serviceSessions.id, booking.serviceSessionId));
  }
  const used = state === "accepted" || state === "closed" ? fundShare : fen(0);
  const live = holdsPlace(state) || state === "delivered" || state === "disputed";
  const reserved = live ? fundShare : fen(0);
  if (used + reserved === 0) return;
  await countMoney(tx, { residentId, programmeId, quotaMonth, contractId, used, reserved });
}

type Counted = Pick<
  typeof bookings.$inferSelect,
  "residentId" | "programmeId" | "quotaMonth" | "contractId"
> & { used: Fen; reserved: Fen };

async function countMoney(tx: Tx, counted: Counted) {
  const { residentId, programmeId, quotaMonth, contractId, used, reserved } = counted;
  await tx
    .update(contractCounters)
    .set({
      fundReserved: sql`${contractCounters.fundReserved} + ${reserved}`,
      fundUsed: sql`${contractCounters.fundUsed} + ${used}`,
    })
    .where(eq(contractCounters.contractId, contractId));
  if (!programmeId || !quotaMonth) return;
  const { monthlyQuota: quota } = one(
    await tx.select().from(programmes).where(eq(programmes.id, programmeId)),
  );
  await tx
    .insert(personalQuotas)
    .values({ residentId, programmeId, month: quotaMonth, quota, used, reserved })
    .onConflictDoUpdate({
      target: [personalQuotas.residentId, personalQuotas.programmeId, personalQuotas.month],
      set: {
        used: sql`${personalQuotas.used} + ${used}`,
        reserved: sql`${personalQuotas.reserved} + ${reserved}`,
      },
    });
}
