import { and, asc, eq } from "drizzle-orm";
import type { Act } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { bookings } from "#db/schema/bookings.ts";
import { moveBooking } from "./move.server.ts";

type Ended = { contractId: Id<"contract">; reason: string };

/**
 * The contract is over: every booking that has not begun is cancelled with the reason, in time whatever the hour,
 * since it is not the resident's doing; place and money are free again, and nobody pays for it.
 */
export async function cancelComingBookings(tx: Tx, act: Act, { contractId, reason }: Ended) {
  const coming = await tx
    .select()
    .from(bookings)
    .where(and(eq(bookings.contractId, contractId), eq(bookings.state, "confirmed")))
    .orderBy(asc(bookings.id))
    .for("no key update");
  for (const booking of coming) {
    const changes = { endedAt: act.at, endedLate: false, endedReason: reason };
    await moveBooking(tx, booking, { event: "cancel", at: act.at, changes });
    const cancelled = { name: "booking.cancelled", late: false, by: act.by.role } as const;
    await record(tx, act, booking.officeId, { ...cancelled, bookingId: booking.id });
  }
}
