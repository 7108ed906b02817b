import { and, asc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { type Day, ZONE } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { contracts } from "#db/schema/contracts.ts";
import { freeTimes } from "#db/schema/free-times.ts";
import { offers } from "#db/schema/services.ts";

// Each reads a row or two of what the worker counted, about the row of `offers` and of `contracts` in the query around it.

/** The next day from `from` with room for somebody who books at `now`, and how many seats if it is of seats. */
export const nextFree = (now: SQL, from: SQL) =>
  db
    .select({
      day: sql<Day | null>`(${freeTimes.latestStart} at time zone ${zone})::date::text`.as("day"),
      seats: freeTimes.seats,
    })
    .from(freeTimes)
    .where(
      and(
        isBookable(now),
        gte(freeTimes.latestStart, midnight(sql`greatest(${from}::date, ${contracts.startsOn})`)),
      ),
    )
    .orderBy(asc(freeTimes.latestStart))
    .limit(1)
    .as("next_free");

/** Whether there is room that day for somebody who books at `now`. */
export const isFreeOn = (day: SQL, now: SQL) => sql`${day} >= ${contracts.startsOn} and exists (
  select from ${freeTimes} where ${and(
    isBookable(now),
    gte(freeTimes.latestStart, midnight(day)),
    lt(freeTimes.latestStart, midnight(sql`(${day} + 1)`)),
  )})`;

const zone = sql.raw(`'${ZONE}'`);
const midnight = (day: SQL) => sql`(${day}::timestamp at time zone ${zone})`;

/** After the notice, and before the horizon or the contract ends. */
function isBookable(now: SQL) {
  const notBefore = sql`(${now}::timestamptz + ${offers.noticeHours} * interval '1 hour')`;
  const horizon = sql`(${now}::timestamptz at time zone ${zone})::date + ${offers.horizonDays}`;
  return and(
    eq(freeTimes.offerId, offers.id),
    gte(freeTimes.latestStart, notBefore),
    lt(freeTimes.latestStart, midnight(sql`(least(${contracts.endsOn}, ${horizon}) + 1)`)),
  );
}
