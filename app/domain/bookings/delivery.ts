import { addTo, hours, minutes } from "#app/values/time.ts";

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

/** What a resident has not contradicted by then counts as accepted. */
export const acceptedByClockAt = (checkedOutAt: Date): Date => addTo(checkedOutAt, hours(72));

/** From a day before the start until the worker has left, the address may be read. */
export const addressOpensAt = (startsAt: Date): Date => addTo(startsAt, -hours(24));
