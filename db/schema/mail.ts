import { sql } from "drizzle-orm";
import { check, index, jsonb, pgEnum, pgTable, smallint, text } from "drizzle-orm/pg-core";
import { type Letter, letterStates, type MailLanguage } from "#app/domain/mail/letter.ts";
import { users } from "./accounts.ts";
import { id, instant, primaryId } from "./columns.ts";
import { events } from "./events.ts";
import { organizations } from "./organizations.ts";
import { tenders } from "./tenders.ts";

export const letterState = pgEnum("letter_state", letterStates);

/**
 * Letters to be sent, and those that were. One that tells of a bid before the deadline names tender and
 * organization: row-level security shows it to the bidder and to the sending alone.
 */
export const outbox = pgTable(
  "outbox",
  {
    id: primaryId<"letter">(),
    /** What it is about and to whom: nobody is told the same thing twice. */
    key: text().notNull().unique("outbox_once"),
    kind: text().$type<Letter["kind"]>().notNull(),
    about: jsonb().$type<Letter["about"]>().notNull(),
    toUserId: id<"user">()
      .notNull()
      .references(() => users.id),
    address: text().notNull(),
    language: text().$type<MailLanguage>().notNull(),
    tenderId: id<"tender">().references(() => tenders.id),
    organizationId: id<"organization">().references(() => organizations.id),
    state: letterState().notNull().default("waiting"),
    attempts: smallint().notNull().default(0),
    nextAt: instant().notNull(),
    createdAt: instant().notNull(),
    /** As it was written for sending. */
    subject: text(),
    body: text(),
    sentAt: instant(),
    lastError: text(),
  },
  (letter) => [
    index("outbox_to_send").on(letter.nextAt).where(sql`${letter.state} = 'waiting'`),
    index("outbox_given_up").on(letter.id).where(sql`${letter.state} = 'given_up'`),
    check("outbox_language", sql`${letter.language} in ('zh', 'en')`),
    check(
      "outbox_secret_names_both",
      sql`(${letter.tenderId} is null) = (${letter.organizationId} is null)`,
    ),
    check(
      "outbox_sent_was_written",
      sql`${letter.state} not in ('sent', 'kept') or (${letter.body} is not null and ${letter.sentAt} is not null)`,
    ),
  ],
);

/** Events that somebody is still to be told of: written beside the event, emptied by the worker. */
export const deliveries = pgTable(
  "deliveries",
  {
    eventId: id<"event">()
      .primaryKey()
      .references(() => events.id),
    attempts: smallint().notNull().default(0),
    nextAt: instant().notNull(),
    givenUpAt: instant(),
  },
  (delivery) => [
    index("deliveries_due").on(delivery.nextAt).where(sql`${delivery.givenUpAt} is null`),
  ],
);
