import { NextStep } from "#app/components/facts.tsx";
import { cutoffOf } from "#app/domain/bookings/booking.ts";
import { acceptedByClockAt } from "#app/domain/bookings/delivery.ts";
import type { OwnBooking } from "#app/domain/bookings/own-queries.server.ts";
import { reviewClosesAt } from "#app/domain/reviews/review.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";

type Props = { booking: OwnBooking; now: Date };

/** What happens next to a booking, in its resident's words; nothing once it is over. */
export function BookingNext({ booking, now }: Props) {
  const { check, one } = useMessages().bookings;
  const format = useFormat();
  const { state, checkedOutAt, site, startsAt, cutoffHours } = booking;
  if (state === "confirmed") {
    const cutoff = cutoffOf(startsAt, cutoffHours);
    const rule = now < cutoff ? check.rule(format.deadline(cutoff)) : one.ruleOver;
    return (
      <NextStep>
        <p>{site ? one.next.seat(site) : one.next.visit}</p>
        {now < startsAt && <p>{rule}</p>}
      </NextStep>
    );
  }
  if (state === "delivered" && checkedOutAt) {
    return <NextStep until={acceptedByClockAt(checkedOutAt)}>{one.next.delivered}</NextStep>;
  }
  if (mayReview(booking, now) && checkedOutAt) {
    return <NextStep until={reviewClosesAt(checkedOutAt)}>{one.next.review}</NextStep>;
  }
  if (state === "checked_in" || state === "disputed" || state === "no_show_provider") {
    return <NextStep>{one.next[state]}</NextStep>;
  }
  return null;
}

/** Whether a rating is still wanted. */
export function mayReview({ state, checkedOutAt, review }: OwnBooking, now: Date): boolean {
  if (state !== "accepted" && state !== "closed") return false;
  return !review && checkedOutAt !== null && now < reviewClosesAt(checkedOutAt);
}
