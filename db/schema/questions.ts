import { index, pgTable, text } from "drizzle-orm/pg-core";
import { users } from "./accounts.ts";
import { id, instant, primaryId } from "./columns.ts";
import { organizations } from "./organizations.ts";
import { tenders } from "./tenders.ts";

/** A question of an organization; public, but not who asked until the deadline. */
export const questions = pgTable(
  "questions",
  {
    id: primaryId<"question">(),
    tenderId: id<"tender">()
      .notNull()
      .references(() => tenders.id),
    organizationId: id<"organization">()
      .notNull()
      .references(() => organizations.id),
    text: text().notNull(),
    askedAt: instant().notNull(),
    answer: text(),
    answeredBy: id<"user">().references(() => users.id),
    answeredAt: instant(),
  },
  (question) => [index("questions_of_tender").on(question.tenderId, question.askedAt)],
);
