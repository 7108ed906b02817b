import type { OwnBooking } from "#app/domain/bookings/own-queries.server.ts";
import { useMessages } from "#app/i18n/messages.ts";

/** The booking's life, latest first. */
export function useTimeline(booking: OwnBooking) {
  const { one, facts } = useMessages().bookings;
  const { stars } = useMessages().common.rating;
  const { timeline } = one;
  const { review } = booking;
  const steps = [
    {
      key: "booked",
      at: booking.bookedAt,
      what: timeline.booked,
      who: booking.byProxy ? facts.byProxy(booking.bookedBy) : undefined,
    },
    { key: "rescheduled", at: booking.rescheduledAt, what: timeline.rescheduled },
    {
      key: "checkedIn",
      at: booking.checkedInAt,
      what: timeline.checkedIn,
      who: booking.worker ?? undefined,
    },
    {
      key: "checkedOut",
      at: booking.checkedOutAt,
      what: timeline.checkedOut,
      detail: booking.deliveryNote ?? undefined,
    },
    { key: "paid", at: booking.copaymentAt, what: timeline.paid },
    {
      key: "accepted",
      at: booking.acceptedAt,
      what: booking.acceptedByClock ? timeline.acceptedByClock : timeline.accepted,
    },
    {
      key: "reviewed",
      at: review?.at ?? null,
      what: review ? timeline.reviewed(starsOf(review.overall, stars)) : "",
    },
    { key: "ended", at: booking.endedAt, ...useEnd(booking) },
  ];
  return steps
    .flatMap(({ at, ...step }) => (at ? [{ ...step, at }] : []))
    .sort((a, b) => b.at.getTime() - a.at.getTime());
}

function useEnd({ state, endedLate, endedReason, disputeReason }: OwnBooking) {
  const { timeline } = useMessages().bookings.one;
  const detail = endedReason ?? disputeReason ?? undefined;
  if (state === "no_show_resident" || state === "no_show_provider") {
    return { what: timeline[state], detail };
  }
  return { what: endedLate ? timeline.cancelledLate : timeline.cancelled, detail };
}

function starsOf(overall: number, words: Record<number, string>): string {
  return words[overall] ?? String(overall);
}
