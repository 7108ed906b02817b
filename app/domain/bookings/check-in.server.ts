import type { Act, Worker } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { pinMatches } from "#app/domain/residents/pin.server.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { step } from "../lifecycle.ts";
import { bookingLifecycle } from "./booking.ts";
import { contended } from "./contention.server.ts";
import { checkInClosesAt, checkInOpensAt } from "./delivery.ts";
import { type Booking, lockBooking, moveBooking } from "./move.server.ts";
import { ofWorker } from "./scope.server.ts";

export type CheckIn = { bookingId: Id<"booking">; pin: string };

/**
 * The worker and the resident have met: the resident's PIN says so. From an hour before the start until half an hour
 * after it (a seat: until its session ends); five wrong PINs close it for a quarter of an hour.
 */
export async function checkIn(act: Act<Worker>, wish: CheckIn): Promise<void> {
  const met = await contended(() => db.transaction((tx) => meet(tx, act, wish)));
  if (!met) throw new Refusal("booking.wrong_pin");
}

async function meet(tx: Tx, { by }: Act<Worker>, { bookingId, pin }: CheckIn): Promise<boolean> {
  const booking = await lockBooking(tx, ofWorker(by), bookingId);
  if (booking.state === "checked_in") return true;
  step(bookingLifecycle, booking.state, "check_in");
  const at = await databaseNow(tx);
  refuseWrongTime(booking, at);
  if (!(await pinMatches(tx, booking.residentId, { pin, now: at }))) return false;
  const changes = { checkedInAt: at, checkedInBy: by.userId };
  await moveBooking(tx, booking, { event: "check_in", at, changes });
  const happened = { name: "booking.checked_in", bookingId, means: "pin" } as const;
  await record(tx, { by, at }, booking.officeId, happened);
  return true;
}

function refuseWrongTime(booking: Booking, now: Date): void {
  if (now < checkInOpensAt(booking.startsAt)) throw new Refusal("booking.too_early_to_check_in");
  if (now >= checkInClosesAt(booking)) throw new Refusal("booking.too_late_to_check_in");
}
