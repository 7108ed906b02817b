import { LinkButton } from "#app/components/button.tsx";
import { Actions } from "#app/components/page.tsx";
import { cutoffOf } from "#app/domain/bookings/booking.ts";
import type { OwnBooking } from "#app/domain/bookings/own-queries.server.ts";
import { canBeChanged } from "#app/domain/reviews/review.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import { mayReview } from "./booking-next.tsx";

type Props = { booking: OwnBooking; now: Date };

/** What the resident can do with the booking now. */
export function BookingActs({ booking, now }: Props) {
  const { one } = useMessages().bookings;
  const { id, state, startsAt, cutoffHours, review, offerId } = booking;
  const { rescheduling, cancellation, acceptance, dispute, book } = paths.resident;
  const ahead = state === "confirmed" && now < startsAt;
  const over = state !== "confirmed" && state !== "checked_in" && state !== "delivered";
  return (
    <Actions>
      {ahead && now < cutoffOf(startsAt, cutoffHours) && (
        <LinkButton to={rescheduling(id)}>{one.reschedule}</LinkButton>
      )}
      {ahead && (
        <LinkButton to={cancellation(id)} kind="danger">
          {one.cancel}
        </LinkButton>
      )}
      {state === "delivered" && (
        <>
          <LinkButton to={acceptance(id)} kind="main">
            {one.accept}
          </LinkButton>
          <LinkButton to={dispute(id)}>{one.dispute}</LinkButton>
        </>
      )}
      {mayReview(booking, now) && (
        <LinkButton to={paths.resident.review(id)} kind="main">
          {one.review}
        </LinkButton>
      )}
      {review && canBeChanged(review, now) && (
        <LinkButton to={paths.resident.review(id)}>{one.changeReview}</LinkButton>
      )}
      {over && <LinkButton to={book(offerId)}>{one.again}</LinkButton>}
    </Actions>
  );
}
