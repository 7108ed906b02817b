import { type AnyColumn, and, asc, eq, getTableColumns, gte, lt, type SQL, sql } from "drizzle-orm";
import { type Day, ZONE } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { contracts } from "#db/schema/contracts.ts";
import { freeTimes } from "#db/schema/free-times.ts";
import { offers } from "#db/schema/services.ts";

// Each reads a row or two of what the worker counted, about the offer of the query around it.

type Bookable = Record<"id" | "noticeHours" | "horizonDays" | "startsOn" | "endsOn", AnyColumn>;

/** The next day from `from` with room for somebody who books at `now`, and how many seats if it is of seats. */
export const nextFree = (offer: Bookable, now: SQL, from: SQL) =>
  db
    .select({
      day: sql<Day | null>`(${freeTimes.latestStart} at time zone ${zone})::date::text`.as("day"),
      seats: freeTimes.seats,
    })
    .from(freeTimes)
    .where(isBookable(offer, now, from))
    .orderBy(asc(freeTimes.latestStart))
    .limit(1)
    .as("next_free");

/** Whether the row of `offers`, with that of `contracts`, has room that day for somebody who books at `now`. */
export const isFreeOn = (day: SQL, now: SQL) => sql`exists (
  select from ${freeTimes} where ${and(
    isBookable({ ...getTableColumns(offers), ...termOf }, now, day),
    lt(freeTimes.latestStart, midnight(sql`(${day} + 1)`)),
  )} offset 0)`;

const termOf = { startsOn: contracts.startsOn, endsOn: contracts.endsOn };
const zone = sql.raw(`'${ZONE}'`);
const midnight = (day: SQL) => sql`(${day}::timestamp at time zone ${zone})`;

/** Not before the day, the notice and the contract's term, and before the horizon and the term end. */
function isBookable(offer: Bookable, now: SQL, from: SQL) {
  const notBefore = sql`(${now}::timestamptz + ${offer.noticeHours} * interval '1 hour')`;
  const horizon = sql`(${now}::timestamptz at time zone ${zone})::date + ${offer.horizonDays}`;
  return and(
    eq(freeTimes.offerId, offer.id),
    gte(freeTimes.latestStart, notBefore),
    gte(freeTimes.latestStart, midnight(sql`greatest(${from}, ${offer.startsOn})`)),
    lt(freeTimes.latestStart, midnight(sql`(least(${offer.endsOn}, ${horizon}) + 1)`)),
  );
}
