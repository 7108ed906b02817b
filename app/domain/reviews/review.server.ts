import { eq } from "drizzle-orm";
import type { Act, Resident } from "#app/domain/act.ts";
import { type Booking, lockBooking, markForCounting } from "#app/domain/bookings/move.server.ts";
import { ofResident } from "#app/domain/bookings/scope.server.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { reviews } from "#db/schema/bookings.ts";
import { canBeChanged, canBeReviewed, reviewClosesAt } from "./review.ts";

export type Rating = { bookingId: Id<"booking">; overall: number; comment: string };

/**
 * What the resident thinks of a service, once a booking and within fourteen days; she may change it for 48 hours, unless
 * it was answered. Written down for her by somebody else, it says so.
 */
export async function reviewBooking({ by }: Act<Resident>, rating: Rating): Promise<void> {
  await db.transaction(async (tx) => {
    const booking = await lockBooking(tx, ofResident(by), rating.bookingId);
    const at = await databaseNow(tx);
    const proxy = by.proxySessionId;
    await keepReview(tx, booking, { ...rating, byProxy: Boolean(proxy), at });
    await markForCounting(tx, booking, at);
    const { bookingId, overall } = rating;
    const reviewed = { name: "booking.reviewed", bookingId, overall } as const;
    await record(tx, { by, at }, booking.officeId, { ...reviewed, ...(proxy && { proxy }) });
  });
}

type Kept = Rating & { byProxy: boolean; at: Date };

async function keepReview(tx: Tx, booking: Booking, kept: Kept) {
  const { overall, comment, byProxy, at } = kept;
  const [earlier] = await tx.select().from(reviews).where(eq(reviews.bookingId, booking.id));
  if (earlier) {
    if (!canBeChanged(earlier, at)) throw new Refusal("review.fixed");
    await tx.update(reviews).set({ overall, comment, byProxy }).where(eq(reviews.id, earlier.id));
    return;
  }
  if (!canBeReviewed(booking.state) || !booking.checkedOutAt) throw new Refusal("review.not_yet");
  if (at >= reviewClosesAt(booking.checkedOutAt)) throw new Refusal("review.closed");
  const { id: bookingId, officeId, offerId, organizationId, residentId } = booking;
  const about = { bookingId, officeId, offerId, organizationId, residentId };
  await tx.insert(reviews).values({ ...about, overall, comment, byProxy, at });
}
