import { sql } from "drizzle-orm";
import { check, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import type { Id } from "#app/values/id.ts";
import { users } from "./accounts.ts";
import { bids } from "./bids.ts";
import { id, instant, primaryId } from "./columns.ts";
import { tenders } from "./tenders.ts";

/** The talks of the panel with one bidder between the first opening and the final offers. */
export const talks = pgTable(
  "talks",
  {
    id: primaryId<"talk">(),
    tenderId: id<"tender">()
      .notNull()
      .references(() => tenders.id),
    bidId: id<"bid">()
      .notNull()
      .references(() => bids.id),
    heldAt: instant().notNull(),
    /** The whole panel as it sat then. */
    memberIds: uuid().array().$type<Id<"user">[]>().notNull(),
    /** Who came for the bidder. */
    bidderSide: text().notNull(),
    /** Published after the award. */
    agreed: text().notNull(),
    /** Business secrets of the bidder, for the office's file alone. */
    confidential: text().notNull().default(""),
    recordedBy: id<"user">()
      .notNull()
      .references(() => users.id),
    recordedAt: instant().notNull(),
  },
  (talk) => [unique("talks_one_per_bid").on(talk.tenderId, talk.bidId)],
);

/** The call for final offers that ends the talks: written by one, made by another. */
export const finalCalls = pgTable(
  "final_calls",
  {
    tenderId: id<"tender">()
      .notNull()
      .references(() => tenders.id),
    deadline: instant().notNull(),
    /** What the talks changed in the tender file; all who took part are told the same. */
    changes: text().notNull(),
    proposedBy: id<"user">()
      .notNull()
      .references(() => users.id),
    proposedAt: instant().notNull(),
    approvedBy: id<"user">().references(() => users.id),
    approvedAt: instant(),
    /** Of the first offers, for the tender itself knows the current round's alone. */
    firstDeadline: instant(),
    firstOpenedAt: instant(),
  },
  (call) => [
    primaryKey({ name: "final_calls_pk", columns: [call.tenderId] }),
    check("final_calls_two_people", sql`${call.approvedBy} <> ${call.proposedBy}`),
    check(
      "final_calls_approved_say_when",
      sql`(${call.approvedAt} is null) = (${call.approvedBy} is null) and (${call.approvedAt} is null or (${call.firstDeadline} is not null and ${call.firstOpenedAt} is not null))`,
    ),
  ],
);
