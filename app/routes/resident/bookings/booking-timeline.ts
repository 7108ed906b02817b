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
      at: booking.settledAt ? null : booking.acceptedAt,
      what: booking.acceptedByClock ? timeline.acceptedByClock : timeline.accepted,
    },
    {
      key: "disputed",
      at: booking.disputedAt,
      what: timeline.disputed,
      detail: booking.disputeReason ?? undefined,
    },
    {
      key: "settled",
      at: booking.settledAt,
      what:
        booking.state === "cancelled" ? timeline.settledForResident : timeline.settledForProvider,
      detail: booking.settlementReason ?? undefined,
    },
    {
      key: "reviewed",
      at: review?.at ?? null,
      what: review ? timeline.reviewed(starsOf(review.overall, stars)) : "",
    },
    { key: "ended", at: booking.settledAt ? null : booking.endedAt, ...useEnd(booking) },
  ];
  return steps
    .flatMap(({ at, ...step }) => (at ? [{ ...step, at }] : []))
    .sort((a, b) => b.at.getTime() - a.at.getTime());
}

function useEnd({ state, endedLate, endedReason }: OwnBooking) {
  const { timeline } = useMessages().bookings.one;
  const detail = endedReason ?? undefined;
  if (state === "no_show_resident" || state === "no_show_provider") {
    return { what: timeline[state], detail };
  }
  return { what: endedLate ? timeline.cancelledLate : timeline.cancelled, detail };
}

function starsOf(overall: number, words: Record<number, string>): string {
  return words[overall] ?? String(overall);
}
