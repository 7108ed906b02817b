import { and, eq, type SQL, sql } from "drizzle-orm";
import { step } from "#app/domain/lifecycle.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { dayOf, monthOf } from "#app/values/time.ts";
import type { Tx } from "#db/client.server.ts";
import { bookings } from "#db/schema/bookings.ts";
import { summaryChanges } from "#db/schema/statistics.ts";
import { type BookingState, bookingLifecycle, holdsPlace } from "./booking.ts";
import { releaseSeat, releaseShare, spendShare, unspendShare } from "./counters.server.ts";

export type Booking = typeof bookings.$inferSelect;
type Changes = Partial<typeof bookings.$inferInsert>;

/** The booking, locked; `scope` says whose it must be, and anybody else's is not found. */
export async function lockBooking(
  tx: Tx,
  scope: SQL | undefined,
  bookingId: Id<"booking">,
): Promise<Booking> {
  if (!scope) throw new Error("a booking is somebody's: say whose");
  const [booking] = await tx
    .select()
    .from(bookings)
    .where(and(eq(bookings.id, bookingId), scope))
    .for("no key update");
  if (!booking) throw new Refusal("not_found");
  return booking;
}

/**
 * The booking's next state with all that follows from it: the seat is freed when it no longer holds
 * one, the fund's share is used at acceptance and released when nothing was delivered, and the
 * statistics are told. Refuses when somebody else was faster.
 */
export async function moveBooking(
  tx: Tx,
  booking: Booking,
  move: { event: string; at: Date; changes?: Changes },
): Promise<Booking> {
  const state = step<BookingState>(bookingLifecycle, booking.state, move.event);
  const [moved] = await tx
    .update(bookings)
    .set({ ...move.changes, state, version: sql`${bookings.version} + 1` })
    .where(
      and(
        eq(bookings.id, booking.id),
        eq(bookings.state, booking.state),
        eq(bookings.version, booking.version),
      ),
    )
    .returning();
  if (!moved) throw new Refusal("conflict");
  if (holdsPlace(booking.state) && !holdsPlace(state)) await releaseSeat(tx, booking);
  await moveMoney(tx, booking, state);
  await markForCounting(tx, booking, move.at);
  return moved;
}

async function moveMoney(tx: Tx, booking: Booking, to: BookingState) {
  if (booking.state === "accepted" && to === "disputed") await unspendShare(tx, booking);
  if (to === "accepted") await spendShare(tx, booking);
  if (to === "cancelled" || to === "no_show_resident" || to === "no_show_provider") {
    await releaseShare(tx, booking);
  }
}

/** Tells the worker to count the booking's offer, contract and month again. */
export async function markForCounting(
  tx: Tx,
  { offerId, contractId, startsAt }: Pick<Booking, "offerId" | "contractId" | "startsAt">,
  at: Date,
) {
  await tx
    .insert(summaryChanges)
    .values({ offerId, contractId, month: monthOf(dayOf(startsAt)), at });
}
