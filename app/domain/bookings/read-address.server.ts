import { eq } from "drizzle-orm";
import type { Act, Worker } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { unsealText } from "#app/domain/residents/sealed-fields.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { residents } from "#db/schema/residents.ts";
import { holdsPlace } from "./booking.ts";
import { addressOpensAt } from "./delivery.ts";
import { type Booking, lockBooking } from "./move.server.ts";
import { ofWorker } from "./scope.server.ts";

/**
 * Where the resident lives (for a visit), her phone and what she wants the worker to know. Only from a day before the
 * start until the service is over; each reading is logged, and the resident can see who read it and when.
 */
export async function readAddress(
  { by }: Act<Worker>,
  { bookingId }: { bookingId: Id<"booking"> },
) {
  return await db.transaction(async (tx) => {
    const booking = await lockBooking(tx, ofWorker(by), bookingId);
    const { residentId, officeId, mode, noteSealed } = booking;
    const at = await databaseNow(tx);
    refuseOutside(booking, at);
    const { phone, addressSealed } = one(
      await tx
        .select({ phone: residents.phone, addressSealed: residents.addressSealed })
        .from(residents)
        .where(eq(residents.id, residentId)),
    );
    const read = { name: "resident.address_read", residentId, bookingId } as const;
    await record(tx, { by, at }, officeId, read);
    return {
      phone,
      address: mode === "visit" && addressSealed ? unsealText(addressSealed) : null,
      note: noteSealed && unsealText(noteSealed),
    };
  });
}

function refuseOutside({ state, startsAt }: Booking, now: Date): void {
  if (!holdsPlace(state) || now < addressOpensAt(startsAt)) {
    throw new Refusal("booking.address_later");
  }
}
