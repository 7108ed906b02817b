import { sql } from "drizzle-orm";
import { boolean, check, pgEnum, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { termParties } from "#app/domain/tenders/terms.ts";
import { users } from "./accounts.ts";
import { bids } from "./bids.ts";
import { id, instant } from "./columns.ts";
import { tenders } from "./tenders.ts";

export const termParty = pgEnum("term_party", termParties);

/** What each side said to an award where both choose: yes, or no with a reason. Each says it once, and it is never changed. */
export const termAnswers = pgTable(
  "term_answers",
  {
    tenderId: id<"tender">()
      .notNull()
      .references(() => tenders.id),
    /** The award that is answered; a later one is answered anew. */
    awardedAt: instant().notNull(),
    bidId: id<"bid">()
      .notNull()
      .references(() => bids.id),
    party: termParty().notNull(),
    accepted: boolean().notNull(),
    reason: text(),
    answeredBy: id<"user">()
      .notNull()
      .references(() => users.id),
    answeredAt: instant().notNull(),
  },
  (answer) => [
    primaryKey({
      name: "term_answers_pk",
      columns: [answer.tenderId, answer.awardedAt, answer.party],
    }),
    check("term_answers_no_with_reason", sql`${answer.accepted} = (${answer.reason} is null)`),
  ],
);
