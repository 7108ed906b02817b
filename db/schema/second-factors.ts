import { integer, pgTable, text, unique } from "drizzle-orm/pg-core";
import { users } from "./accounts.ts";
import { bytes, id, instant, primaryId } from "./columns.ts";

/** The secret that a person's authenticator shares with us, under the field key. */
export const secondFactors = pgTable("second_factors", {
  userId: id<"user">()
    .primaryKey()
    .references(() => users.id),
  /** null until a first code has shown that the authenticator works. */
  secretSealed: bytes(),
  /** One that waits for its first code; the old one works until then. */
  nextSecretSealed: bytes(),
  setUpAt: instant(),
  /** The half minute, counted from 1970, whose code was used last: neither it nor an earlier one works again. */
  lastStep: integer().notNull().default(0),
});

/** What lets a person in once each when the authenticator is lost. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    id: primaryId<"recovery_code">(),
    userId: id<"user">()
      .notNull()
      .references(() => users.id),
    /** SHA-256: the codes are random, so nothing slower is needed. */
    codeHash: text().notNull(),
    usedAt: instant(),
  },
  (code) => [unique("recovery_codes_once").on(code.userId, code.codeHash)],
);
