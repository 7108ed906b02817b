import type { Act, Officer } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { record } from "#app/domain/record.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { contended } from "./contention.server.ts";
import type { Settlement } from "./delivery.ts";
import { lockBooking, moveBooking } from "./move.server.ts";
import { ofOffice } from "./scope.server.ts";

export type DisputeSettlement = {
  bookingId: Id<"booking">;
  favour: Settlement;
  reason: string;
};

/** The office decides a dispute: for the provider it counts as accepted, for the resident the fund pays nothing. */
export async function settleDispute({ by }: Act<Officer>, wish: DisputeSettlement): Promise<void> {
  const { bookingId, favour, reason } = wish;
  await contended(() =>
    db.transaction(async (tx) => {
      const booking = await lockBooking(tx, ofOffice(by), bookingId);
      const at = await databaseNow(tx);
      const settled = { settledBy: by.userId, settledAt: at, settlementReason: reason };
      const outcome =
        favour === "provider" ? { acceptedAt: at, acceptedByClock: false } : { endedAt: at };
      const event = `settle_for_${favour}`;
      await moveBooking(tx, booking, { event, at, changes: { ...settled, ...outcome } });
      const decided = { name: "booking.settled", bookingId, for: favour, reason } as const;
      await record(tx, { by, at }, booking.officeId, decided);
    }),
  );
}
