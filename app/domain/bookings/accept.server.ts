import type { Act, Resident } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { record } from "#app/domain/record.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { contended } from "./contention.server.ts";
import { lockBooking, moveBooking } from "./move.server.ts";
import { ofResident } from "./scope.server.ts";

/** The resident says that it was done: the fund's share is used, and can be claimed. */
export async function acceptDelivery(
  { by }: Act<Resident>,
  { bookingId }: { bookingId: Id<"booking"> },
): Promise<void> {
  await contended(() =>
    db.transaction(async (tx) => {
      const booking = await lockBooking(tx, ofResident(by), bookingId);
      if (booking.state === "accepted" && !booking.acceptedByClock) return;
      const at = await databaseNow(tx);
      await moveBooking(tx, booking, { event: "accept", at, changes: { acceptedAt: at } });
      const { proxySessionId: proxy } = by;
      await record(tx, { by, at }, booking.officeId, {
        name: "booking.accepted",
        bookingId,
        ...(proxy && { proxy }),
      });
    }),
  );
}
