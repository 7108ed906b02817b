import { addTo, days, hours } from "#app/values/time.ts";
import type { BookingState } from "../bookings/booking.ts";

const reviewable = ["accepted", "closed", "disputed"] as const satisfies readonly BookingState[];

/** Whether a booking in this state may be rated: it was accepted, or is disputed. */
export const canBeReviewed = (state: BookingState): boolean =>
  reviewable.some((one) => one === state);

/** A service may be rated for fourteen days. */
export const reviewClosesAt = (checkedOutAt: Date): Date => addTo(checkedOutAt, days(14));

/** A rating may be changed for two days, unless it was answered. */
export const reviewFixedAt = (at: Date): Date => addTo(at, hours(48));

type Kept = { at: Date; repliedAt: Date | null };

/** Whether a rating can still be changed. */
export const canBeChanged = ({ at, repliedAt }: Kept, now: Date): boolean =>
  !repliedAt && now < reviewFixedAt(at);

type Rated = {
  state: BookingState;
  checkedOutAt: Date | null;
  reviewedAt: Date | null;
  repliedAt: Date | null;
};

/** What the resident can do now: rate, change her rating, or neither, because it is fixed or not the time for it. */
export function reviewStanding(
  { state, checkedOutAt, reviewedAt, repliedAt }: Rated,
  now: Date,
): "new" | "change" | "fixed" | "not_now" {
  if (reviewedAt) return canBeChanged({ at: reviewedAt, repliedAt }, now) ? "change" : "fixed";
  const open = canBeReviewed(state) && checkedOutAt && now < reviewClosesAt(checkedOutAt);
  return open ? "new" : "not_now";
}
