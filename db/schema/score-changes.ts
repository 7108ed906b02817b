import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { users } from "./accounts.ts";
import { bids } from "./bids.ts";
import { id, instant, primaryId } from "./columns.ts";
import { criteria, tenders } from "./tenders.ts";

/** A score that its member changed once every score was in, with both values and her reason. Rows are only ever added. */
export const scoreChanges = pgTable(
  "score_changes",
  {
    id: primaryId<"score_change">(),
    tenderId: id<"tender">()
      .notNull()
      .references(() => tenders.id),
    memberId: id<"user">()
      .notNull()
      .references(() => users.id),
    bidId: id<"bid">()
      .notNull()
      .references(() => bids.id),
    criterionId: id<"criterion">()
      .notNull()
      .references(() => criteria.id),
    fromHundredths: integer().notNull(),
    toHundredths: integer().notNull(),
    reason: text().notNull(),
    at: instant().notNull(),
  },
  (change) => [
    index("score_changes_of_tender").on(change.tenderId, change.at),
    check("score_changes_change", sql`${change.fromHundredths} <> ${change.toHundredths}`),
    check("score_changes_range", sql`${change.toHundredths} between 0 and 10000`),
  ],
);
