import { boolean, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import type { MailLanguage } from "#app/domain/mail/letter.ts";
import { id, instant, primaryId } from "./columns.ts";

/** Somebody who can sign in. */
export const users = pgTable("users", {
  id: primaryId<"user">(),
  name: text().notNull(),
  /** The phone number or account name that is typed at sign-in. */
  account: text().notNull().unique("users_one_account"),
  passwordHash: text().notNull(),
  disabledAt: instant(),
  /** Where letters go; without one she gets none. */
  email: text(),
  mailLanguage: text().$type<MailLanguage>().notNull().default("zh"),
  /** Made by the demo street, and so shown at sign-in in demo mode. */
  demo: boolean().notNull().default(false),
});

/** Who is signed in. The id is the SHA-256 of the cookie's token, so the table lets nobody in. */
export const signInSessions = pgTable(
  "sign_in_sessions",
  {
    id: text().primaryKey(),
    userId: id<"user">()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    expiresAt: instant().notNull(),
    /** However busy, it ends then. */
    endsAt: instant().notNull(),
    /** Unused for so long, it ends earlier. */
    idleMinutes: integer().notNull(),
  },
  (session) => [index("sign_in_sessions_of_user").on(session.userId)],
);

/** Failed sign-ins, counted by account and by address. */
export const signInFailures = pgTable(
  "sign_in_failures",
  {
    id: primaryId<"sign_in_failure">(),
    subject: text().notNull(),
    at: instant().notNull(),
  },
  (failure) => [index("sign_in_failures_of_subject").on(failure.subject, failure.at)],
);
