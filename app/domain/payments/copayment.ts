import type { BookingState } from "../bookings/booking.ts";

/** How a resident may pay at the service point. */
export const copaymentMethods = ["cash", "pos"] as const;
export type CopaymentMethod = (typeof copaymentMethods)[number];

const payable = [
  "checked_in",
  "delivered",
  "accepted",
  "closed",
] as const satisfies readonly BookingState[];

/** Whether a booking in this state may be paid for: the resident has been checked in, and nothing is in dispute. */
export const canBePaid = (state: BookingState): boolean => payable.some((one) => one === state);
