import type { Act, Worker } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { contended } from "./contention.server.ts";
import { providerMissedAt, residentMissedAt } from "./delivery.ts";
import { lockBooking, moveBooking } from "./move.server.ts";
import { ofWorker } from "./scope.server.ts";

/** The worker waited in vain: from ten minutes after the start on. A visit that nobody began within half an hour is not the resident's fault any more. */
export async function missResident(
  { by }: Act<Worker>,
  { bookingId }: { bookingId: Id<"booking"> },
): Promise<void> {
  await contended(() =>
    db.transaction(async (tx) => {
      const booking = await lockBooking(tx, ofWorker(by), bookingId);
      if (booking.state === "no_show_resident") return;
      const at = await databaseNow(tx);
      const { state, mode, startsAt, officeId } = booking;
      if (state === "confirmed" && at < residentMissedAt(startsAt)) {
        throw new Refusal("booking.wait_for_resident");
      }
      if (state === "confirmed" && mode === "visit" && at >= providerMissedAt(startsAt)) {
        throw new Refusal("booking.too_late_to_miss");
      }
      await moveBooking(tx, booking, { event: "miss_resident", at, changes: { endedAt: at } });
      const missed = { name: "booking.missed", bookingId, by: "resident" } as const;
      await record(tx, { by, at }, officeId, missed);
    }),
  );
}
