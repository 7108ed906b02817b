import { eq } from "drizzle-orm";
import type { Act, Resident } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { step } from "#app/domain/lifecycle.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { bookings } from "#db/schema/bookings.ts";
import { offers } from "#db/schema/services.ts";
import { type BookingState, bookingLifecycle, cutoffOf } from "./booking.ts";
import { contended } from "./contention.server.ts";
import { type Booking, lockBooking, moveBooking } from "./move.server.ts";

export type Cancellation = {
  bookingId: Id<"booking">;
  /** The version that the page showed. */
  version: number;
  reason: string;
};

/** The resident does not come: place and money are free again. Until the start; after the cutoff it is marked late. */
export function cancelBooking(act: Act<Resident>, wish: Cancellation): Promise<Booking> {
  const own = eq(bookings.residentId, act.by.residentId);
  return contended(() =>
    db.transaction(async (tx) => {
      const booking = await lockBooking(tx, own, wish.bookingId);
      return booking.state === "cancelled" ? booking : await cancel(tx, act, booking, wish);
    }),
  );
}

async function cancel(tx: Tx, act: Act<Resident>, booking: Booking, wish: Cancellation) {
  const at = await databaseNow(tx);
  step<BookingState>(bookingLifecycle, booking.state, "cancel");
  if (at >= booking.startsAt) throw new Refusal("booking.started");
  if (booking.version !== wish.version) throw new Refusal("conflict");
  const late = at > cutoffOf(booking.startsAt, await cutoffHours(tx, booking));
  const changes = { endedAt: at, endedLate: late, endedReason: wish.reason || null };
  const cancelled = await moveBooking(tx, booking, { event: "cancel", at, changes });
  const { role: by, proxySessionId: proxy } = act.by;
  await record(tx, act, booking.officeId, {
    name: "booking.cancelled",
    bookingId: booking.id,
    late,
    by,
    ...(proxy && { proxy }),
  });
  return cancelled;
}

async function cutoffHours(tx: Tx, { offerId }: Booking): Promise<number> {
  const { hours } = one(
    await tx.select({ hours: offers.cancelCutoffHours }).from(offers).where(eq(offers.id, offerId)),
  );
  return hours;
}
