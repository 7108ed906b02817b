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
