import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { calendarDay, id, instant } from "./columns.ts";
import { offers } from "./services.ts";

/**
 * When a published offer has room, for the catalogue: of a visit one row a day with the last instant at which one can
 * start, of seats one row for each start with a free seat. The worker keeps it seconds behind the records.
 */
export const freeTimes = pgTable(
  "free_times",
  {
    offerId: id<"offer">()
      .notNull()
      .references(() => offers.id, { onDelete: "cascade" }),
    latestStart: instant().notNull(),
    /** Null for a visit. */
    seats: integer(),
  },
  (row) => [primaryKey({ name: "free_times_pk", columns: [row.offerId, row.latestStart] })],
);

/** Which offers' free times are kept, and on which day each was counted last: days ahead run out. */
export const freeTimeCounts = pgTable(
  "free_time_counts",
  {
    offerId: id<"offer">()
      .primaryKey()
      .references(() => offers.id, { onDelete: "cascade" }),
    countedOn: calendarDay().notNull(),
  },
  (row) => [index("free_time_counts_by_day").on(row.countedOn)],
);

/** Whose free times must be counted again: an offer's, or those of all that a worker delivers. Written by triggers. */
export const freeTimeChanges = pgTable(
  "free_time_changes",
  {
    offerId: id<"offer">(),
    workerId: id<"worker">(),
  },
  (row) => [
    check("free_time_changes_of_one", sql`num_nonnulls(${row.offerId}, ${row.workerId}) = 1`),
  ],
);
