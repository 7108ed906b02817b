import { and, eq } from "drizzle-orm";
import type { Resident } from "#app/domain/act.ts";
import { db } from "#db/client.server.ts";
import { bookings } from "#db/schema/bookings.ts";
import type { Booked } from "./insert.server.ts";

/** The booking that this form made already, if it did. */
export async function findByForm(by: Resident, key: string): Promise<Booked | undefined> {
  const [earlier] = await db
    .select({ id: bookings.id, reference: bookings.reference })
    .from(bookings)
    .where(and(eq(bookings.residentId, by.residentId), eq(bookings.idempotencyKey, key)));
  return earlier;
}
