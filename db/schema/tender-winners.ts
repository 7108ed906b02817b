import { type SQLWrapper, sql } from "drizzle-orm";
import { check, smallint, uuid } from "drizzle-orm/pg-core";
import { MOST_WINNERS } from "#app/domain/tenders/method.ts";
import type { Id } from "#app/values/id.ts";
import { fen, id } from "./columns.ts";

/** Of a tender: how many may win it, and whom the officer recommended. */
export const winnerColumns = () => ({
  /** How many bids may win; more than one only where residents choose among the winners. */
  winners: smallint().notNull().default(1),
  /** What the contract of each of several winners is worth: residents' bookings draw on it up to then. */
  winnerCap: fen(),
  recommendedBidId: id<"bid">(),
  /** Where several win: the others, in their order. */
  alsoRecommended: uuid().array().$type<Id<"bid">[]>().notNull().default([]),
});

type Columns = Record<"winners" | "winnerCap" | "alsoRecommended" | "publishedAt", SQLWrapper>;

export const winnerChecks = ({ winners, winnerCap, alsoRecommended, publishedAt }: Columns) => [
  check("tenders_winners", sql`${winners} between 1 and ${sql.raw(String(MOST_WINNERS))}`),
  check("tenders_also_recommended", sql`cardinality(${alsoRecommended}) < ${winners}`),
  check("tenders_winner_cap", sql`${winnerCap} is null or (${winnerCap} > 0 and ${winners} > 1)`),
  check(
    "tenders_several_are_capped",
    sql`${publishedAt} is null or ${winners} = 1 or ${winnerCap} is not null`,
  ),
];
