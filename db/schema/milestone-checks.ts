import { boolean, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { users } from "./accounts.ts";
import { bookings } from "./bookings.ts";
import { id, instant } from "./columns.ts";
import { milestones } from "./contracts.ts";
import { residents } from "./residents.ts";

/** A served resident asked, at a claim, whether she was served. */
export const milestoneChecks = pgTable(
  "milestone_checks",
  {
    milestoneId: id<"milestone">()
      .notNull()
      .references(() => milestones.id),
    bookingId: id<"booking">()
      .notNull()
      .references(() => bookings.id),
    residentId: id<"resident">()
      .notNull()
      .references(() => residents.id),
    confirmed: boolean(),
    note: text().notNull().default(""),
    answeredAt: instant(),
    answeredBy: id<"user">().references(() => users.id),
  },
  (row) => [
    primaryKey({ name: "milestone_checks_pk", columns: [row.milestoneId, row.bookingId] }),
    index("milestone_checks_of_resident").on(row.residentId),
  ],
);
