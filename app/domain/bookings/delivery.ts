import { addTo, hours, minutes } from "#app/values/time.ts";
import type { Mode } from "./booking.ts";

/** What a resident may say is wrong; `denied` is what she says when a claim is checked. */
export const disputeKinds = ["not_done", "done_badly", "denied"] as const;
export type DisputeKind = (typeof disputeKinds)[number];

/** In whose favour an officer decides a dispute. */
export const settlements = ["provider", "resident"] as const;
export type Settlement = (typeof settlements)[number];

/** A worker may check in from an hour before the start. */
export const checkInOpensAt = (startsAt: Date): Date => addTo(startsAt, -hours(1));

/** Whoever waited ten minutes in vain may say that the resident was not there. */
export const residentMissedAt = (startsAt: Date): Date => addTo(startsAt, minutes(10));

/** Nobody checked in by then: the provider did not come. */
export const providerMissedAt = (startsAt: Date): Date => addTo(startsAt, minutes(30));

/** Until then the worker may check in: a visit until it counts as missed, a seat until its session ends. */
export const checkInClosesAt = (booking: { mode: Mode; startsAt: Date; endsAt: Date }): Date =>
  booking.mode === "seat" ? booking.endsAt : providerMissedAt(booking.startsAt);

/** What a resident has not contradicted by then counts as accepted. */
export const acceptedByClockAt = (checkedOutAt: Date): Date => addTo(checkedOutAt, hours(72));

/** From a day before the start until the worker has left, the address may be read. */
export const addressOpensAt = (startsAt: Date): Date => addTo(startsAt, -hours(24));
