import { addTo, hours } from "#app/values/time.ts";
import type { Lifecycle } from "../lifecycle.ts";

export const bookingStates = [
  "confirmed",
  "checked_in",
  "delivered",
  "accepted",
  "closed",
  "cancelled",
  "no_show_resident",
  "no_show_provider",
  "disputed",
] as const;
export type BookingState = (typeof bookingStates)[number];

/** From the booking to the payment; `reschedule` is the same booking at another time, `deny` is a resident's no when a claim is checked. */
export const bookingLifecycle = {
  confirmed: {
    reschedule: "confirmed",
    check_in: "checked_in",
    cancel: "cancelled",
    miss_resident: "no_show_resident",
    miss_provider: "no_show_provider",
  },
  checked_in: { check_out: "delivered" },
  delivered: { accept: "accepted", dispute: "disputed" },
  accepted: { close: "closed", deny: "disputed" },
  closed: {},
  cancelled: {},
  no_show_resident: {},
  no_show_provider: {},
  disputed: { settle_for_provider: "accepted", settle_for_resident: "cancelled" },
} as const satisfies Lifecycle<BookingState>;

/** The states in which a booking holds its worker's time or its seat. */
export const holdingStates = ["confirmed", "checked_in"] as const satisfies readonly BookingState[];

/** Whether a booking in this state holds its worker's time or its seat. */
export const holdsPlace = (state: BookingState): boolean =>
  holdingStates.some((holding) => holding === state);

/** Until when it can be moved, and cancelled in time. */
export const cutoffOf = (startsAt: Date, cutoffHours: number): Date =>
  addTo(startsAt, -hours(cutoffHours));

export const modes = ["visit", "seat"] as const;
export type Mode = (typeof modes)[number];

export const periods = ["morning", "afternoon", "whole_day"] as const;
export type Period = (typeof periods)[number];
