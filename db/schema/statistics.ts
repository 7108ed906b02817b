import { index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { fen, id, instant } from "./columns.ts";
import { contracts } from "./contracts.ts";
import { offices, serviceTypes } from "./offices.ts";
import { offers } from "./services.ts";

/** An office's month by kind of service, refreshed by the worker seconds after the records. */
export const monthSummaries = pgTable(
  "month_summaries",
  {
    officeId: id<"office">()
      .notNull()
      .references(() => offices.id),
    /** YYYY-MM of the service date. */
    month: text().notNull(),
    serviceType: text()
      .notNull()
      .references(() => serviceTypes.code),
    booked: integer().notNull(),
    delivered: integer().notNull(),
    cancelled: integer().notNull(),
    rated: integer().notNull(),
    satisfied: integer().notNull(),
    fundShare: fen().notNull(),
  },
  (row) => [
    primaryKey({ name: "month_summaries_pk", columns: [row.officeId, row.month, row.serviceType] }),
  ],
);

/** An offer's bookings and ratings so far, for the catalogue. */
export const offerSummaries = pgTable("offer_summaries", {
  offerId: id<"offer">()
    .primaryKey()
    .references(() => offers.id),
  delivered: integer().notNull(),
  rated: integer().notNull(),
  satisfied: integer().notNull(),
  ratingSum: integer().notNull(),
});

/** A contract's bought, delivered, satisfied and paid, for its public page. */
export const contractSummaries = pgTable("contract_summaries", {
  contractId: id<"contract">()
    .primaryKey()
    .references(() => contracts.id),
  booked: integer().notNull(),
  delivered: integer().notNull(),
  rated: integer().notNull(),
  satisfied: integer().notNull(),
  ratingSum: integer().notNull(),
  fundShare: fen().notNull(),
});

/** What the worker still has to count again; written by the acts, emptied by the worker. */
export const summaryChanges = pgTable(
  "summary_changes",
  {
    offerId: id<"offer">().notNull(),
    contractId: id<"contract">().notNull(),
    month: text().notNull(),
    at: instant().notNull(),
  },
  (row) => [index("summary_changes_by_time").on(row.at)],
);
