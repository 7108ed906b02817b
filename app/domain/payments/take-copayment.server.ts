import type { Act, Worker } from "#app/domain/act.ts";
import { lockBooking } from "#app/domain/bookings/move.server.ts";
import { ofWorker } from "#app/domain/bookings/scope.server.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { type CopaymentMethod, canBePaid } from "./copayment.ts";
import { servicePoint } from "./service-point.server.ts";

export type Copayment = { bookingId: Id<"booking">; method: CopaymentMethod };

/** The worker took the resident's share at the service point; a claim needs it recorded. */
export async function takeCopayment({ by }: Act<Worker>, wish: Copayment): Promise<void> {
  await db.transaction(async (tx) => {
    const booking = await lockBooking(tx, ofWorker(by), wish.bookingId);
    if (!canBePaid(booking.state)) throw new Refusal("copayment.not_now");
    if (booking.residentShare === 0) throw new Refusal("copayment.nothing_due");
    const at = await databaseNow(tx);
    const { method } = wish;
    await servicePoint.take(tx, { by, at }, booking, { method, takenBy: by.userId });
  });
}
