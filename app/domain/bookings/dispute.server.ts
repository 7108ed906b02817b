import type { Act, Resident } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { record } from "#app/domain/record.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { contended } from "./contention.server.ts";
import type { DisputeKind } from "./delivery.ts";
import { lockBooking, moveBooking } from "./move.server.ts";
import { ofResident } from "./scope.server.ts";

export type Dispute = {
  bookingId: Id<"booking">;
  kind: Exclude<DisputeKind, "denied">;
  reason: string;
};

/** The resident says that it was not done, or not done well: nobody is paid for it until the office has decided. */
export async function disputeDelivery({ by }: Act<Resident>, wish: Dispute): Promise<void> {
  const { bookingId, kind, reason } = wish;
  await contended(() =>
    db.transaction(async (tx) => {
      const booking = await lockBooking(tx, ofResident(by), bookingId);
      const repeated = booking.disputeKind === kind && booking.disputeReason === reason;
      if (booking.state === "disputed" && repeated) return;
      const at = await databaseNow(tx);
      const changes = { disputeKind: kind, disputeReason: reason, disputedAt: at };
      await moveBooking(tx, booking, { event: "dispute", at, changes });
      const { proxySessionId: proxy } = by;
      const disputed = { name: "booking.disputed", bookingId, reason } as const;
      await record(tx, { by, at }, booking.officeId, { ...disputed, ...(proxy && { proxy }) });
    }),
  );
}
