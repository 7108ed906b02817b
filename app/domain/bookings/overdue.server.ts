import { and, asc, eq, lte, type SQL, sql } from "drizzle-orm";
import type { Act, System } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { record } from "#app/domain/record.server.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { bookings } from "#db/schema/bookings.ts";
import { contended } from "./contention.server.ts";
import { type Booking, moveBooking } from "./move.server.ts";

const BATCH = 500;
const system: System = { role: "system", userId: null };

/** What nobody contradicted for 72 hours after the delivery counts as accepted; answers how many. */
export async function acceptOverdue(): Promise<number> {
  const due = and(
    eq(bookings.state, "delivered"),
    lte(bookings.checkedOutAt, sql`clock_now() - interval '72 hours'`),
  );
  return await eachDue(due, async (tx, { at }, booking) => {
    const changes = { acceptedAt: at, acceptedByClock: true };
    await moveBooking(tx, booking, { event: "accept", at, changes });
    return { name: "booking.accepted", bookingId: booking.id };
  });
}

/** Visits and seats at which nobody was checked in half an hour after the start: the provider did not come; answers how many. */
export async function missProviders(): Promise<number> {
  const due = and(
    eq(bookings.state, "confirmed"),
    lte(bookings.startsAt, sql`clock_now() - interval '30 minutes'`),
    sql`not ${sessionBegan}`,
  );
  return await eachDue(due, async (tx, { at }, booking) => {
    await moveBooking(tx, booking, { event: "miss_provider", at, changes: { endedAt: at } });
    return { name: "booking.missed", bookingId: booking.id, by: "provider" };
  });
}

/** Seats that stayed empty until the end of a session that others came to: the resident did not come; answers how many. */
export async function missAbsentResidents(): Promise<number> {
  const due = and(
    eq(bookings.state, "confirmed"),
    lte(bookings.endsAt, sql`clock_now()`),
    sessionBegan,
  );
  return await eachDue(due, async (tx, { at }, booking) => {
    await moveBooking(tx, booking, { event: "miss_resident", at, changes: { endedAt: at } });
    return { name: "booking.missed", bookingId: booking.id, by: "resident" };
  });
}

const sessionBegan = sql`exists (select from bookings other where other.service_session_id = ${bookings.serviceSessionId} and other.checked_in_at is not null)`;

type Happened = Parameters<typeof record>[3];
type Move = (tx: Tx, act: Act<System>, booking: Booking) => Promise<Happened>;

/** One booking a transaction, each looked at again under its lock; what somebody else is changing waits for the next round. */
async function eachDue(due: SQL | undefined, move: Move): Promise<number> {
  const found = await db
    .select({ id: bookings.id })
    .from(bookings)
    .where(due)
    .orderBy(asc(bookings.startsAt))
    .limit(BATCH);
  let moved = 0;
  for (const { id } of found) {
    if (await contended(() => moveIfDue(id, due, move))) moved += 1;
  }
  return moved;
}

const moveIfDue = (id: Id<"booking">, due: SQL | undefined, move: Move): Promise<boolean> =>
  db.transaction(async (tx) => {
    const [booking] = await tx
      .select()
      .from(bookings)
      .where(and(eq(bookings.id, id), due))
      .for("no key update", { skipLocked: true });
    if (!booking) return false;
    const at = await databaseNow(tx);
    await record(
      tx,
      { by: system, at },
      booking.officeId,
      await move(tx, { by: system, at }, booking),
    );
    return true;
  });
