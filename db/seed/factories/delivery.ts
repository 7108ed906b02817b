import { databaseNow } from "#app/domain/clock.server.ts";
import { newId } from "#app/values/id.ts";
import { db } from "../../client.server.ts";
import { one } from "../../rows.ts";
import { copayments, reviews } from "../../schema/index.ts";
import { makeUser } from "./accounts.ts";
import { makeBooking } from "./bookings.ts";

type ReviewWish = NonNullable<Parameters<typeof makeBooking>[0]> &
  Partial<Pick<typeof reviews.$inferInsert, "overall" | "comment" | "at">>;

/** A rating of 5, given just now for an accepted visit, unless told otherwise. */
export async function makeReview({ overall = 5, comment = "", at, ...wish }: ReviewWish = {}) {
  const booking = await makeBooking({ state: "accepted", ...wish });
  const { id: bookingId, officeId, offerId, organizationId, residentId } = booking;
  const about = { bookingId, officeId, offerId, organizationId, residentId };
  const given = at ?? (await databaseNow());
  return one(
    await db
      .insert(reviews)
      .values({ id: newId(given.getTime()), ...about, overall, comment, at: given })
      .returning(),
  );
}

/** An accepted visit whose co-payment was taken in cash: what a claim counts. */
export async function makeClaimable(wish: NonNullable<Parameters<typeof makeBooking>[0]> = {}) {
  const booking = await makeBooking({ state: "accepted", ...wish });
  if (booking.residentShare > 0) {
    await db.insert(copayments).values({
      bookingId: booking.id,
      amount: booking.residentShare,
      method: "cash",
      recordedBy: booking.checkedInBy ?? (await makeUser("王秀英", {})).id,
      recordedAt: booking.endsAt,
    });
  }
  return booking;
}
