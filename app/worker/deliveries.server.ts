import { and, asc, eq, isNull, lte, sql } from "drizzle-orm";
import type { HeardEvent } from "#app/domain/heard-events.ts";
import { log, loggable } from "#app/http/log.server.ts";
import { minutes } from "#app/values/time.ts";
import { db, type Tx } from "#db/client.server.ts";
import { events } from "#db/schema/events.ts";
import { deliveries } from "#db/schema/mail.ts";
import { nextTry } from "./next-try.ts";
import { tell } from "./subscribers.server.ts";

const MOST_ATTEMPTS = 8;

/**
 * Tells one event to its subscribers and takes it off the list, in one transaction; several processes take different
 * ones. One that cannot be told waits longer each time, stands in no other's way, and is given up in the end.
 */
export async function deliverNext(hear: typeof tell = tell): Promise<number> {
  return await db.transaction(async (tx) => {
    const due = await claim(tx);
    if (!due) return 0;
    const { id: eventId, at } = due;
    const event = eventOf(due);
    try {
      await tx.transaction((inner) => hear({ tx: inner, eventId, at }, event.name, event));
      await tx.delete(deliveries).where(eq(deliveries.eventId, eventId));
    } catch (error) {
      log("error", "event not told", { event: eventId, ...loggable(error) });
      await postpone(tx, due);
    }
    return 1;
  });
}

async function claim(tx: Tx) {
  const [due] = await tx
    .select({
      id: events.id,
      name: events.name,
      detail: events.detail,
      at: events.at,
      attempts: deliveries.attempts,
    })
    .from(deliveries)
    .innerJoin(events, eq(events.id, deliveries.eventId))
    .where(and(isNull(deliveries.givenUpAt), lte(deliveries.nextAt, sql`clock_now()`)))
    .orderBy(asc(deliveries.nextAt), asc(deliveries.eventId))
    .limit(1)
    .for("update", { of: deliveries, skipLocked: true });
  return due;
}

type Due = NonNullable<Awaited<ReturnType<typeof claim>>>;

/** The log's row as the event that was recorded: `record` alone writes them. */
const eventOf = ({ name, detail }: Pick<Due, "name" | "detail">) =>
  ({ name, ...detail }) as HeardEvent;

async function postpone(tx: Tx, { id, attempts }: Due) {
  const tried = attempts + 1;
  await tx
    .update(deliveries)
    .set({
      attempts: tried,
      nextAt: nextTry(tried, minutes(1)),
      givenUpAt: tried >= MOST_ATTEMPTS ? sql`clock_now()` : null,
    })
    .where(eq(deliveries.eventId, id));
}
