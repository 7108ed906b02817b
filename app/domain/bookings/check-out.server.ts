import type { Act, Worker } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { record } from "#app/domain/record.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { contended } from "./contention.server.ts";
import { lockBooking, moveBooking } from "./move.server.ts";
import { ofWorker } from "./scope.server.ts";

export type CheckOut = { bookingId: Id<"booking">; note: string };

/** The service was delivered and the worker leaves; the seat is free again, and the resident is asked. */
export async function checkOut({ by }: Act<Worker>, { bookingId, note }: CheckOut): Promise<void> {
  await contended(() =>
    db.transaction(async (tx) => {
      const booking = await lockBooking(tx, ofWorker(by), bookingId);
      if (booking.state === "delivered") return;
      const at = await databaseNow(tx);
      const changes = { checkedOutAt: at, deliveryNote: note };
      await moveBooking(tx, booking, { event: "check_out", at, changes });
      await record(tx, { by, at }, booking.officeId, { name: "booking.delivered", bookingId });
    }),
  );
}
