import { type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";
import type { DomainEvent } from "#app/domain/events.ts";
import { users } from "./accounts.ts";
import { id, instant, primaryId, transactionId } from "./columns.ts";
import { offices } from "./offices.ts";

/** The milestone, contract or tender that an event is about; null for all else. */
export const purchaseSubject = (detail: AnyPgColumn): SQL<string> =>
  sql`(coalesce(${detail} ->> 'milestoneId', ${detail} ->> 'contractId', ${detail} ->> 'tenderId'))`;

/** What happened, who did it and when. Rows are only ever added. */
export const events = pgTable(
  "events",
  {
    id: primaryId<"event">(),
    officeId: id<"office">().references(() => offices.id),
    name: text().$type<DomainEvent["name"]>().notNull(),
    detail: jsonb().$type<Record<string, unknown>>().notNull(),
    byUserId: id<"user">().references(() => users.id),
    byRole: text().notNull(),
    at: instant().notNull(),
    /** SHA-256 of the fields above, hex; written by the database. */
    digest: text(),
    transaction: transactionId().notNull().default(sql`pg_current_xact_id()`),
  },
  (event) => [
    index("events_by_transaction").on(event.transaction, event.id),
    index("events_of_purchase")
      .on(purchaseSubject(event.detail), event.at)
      .where(sql`${purchaseSubject(event.detail)} is not null`),
    index("events_of_purchases_in_order")
      .on(event.transaction, event.id)
      .where(sql`${purchaseSubject(event.detail)} is not null`),
    index("events_of_user").on(event.byUserId, event.at),
    index("events_reading_residents")
      .on(sql`(${event.detail} ->> 'residentId')`, event.at)
      .where(sql`${event.name} in ('resident.address_read', 'resident.card_read')`),
  ],
);

/** The chain of an office (or of the platform: the nil UUID), each link over the one before. */
export const chainLinks = pgTable(
  "chain_links",
  {
    chain: id<"office">().notNull(),
    seq: bigint({ mode: "number" }).notNull(),
    eventId: id<"event">()
      .notNull()
      .unique("chain_links_one_per_event")
      .references(() => events.id),
    previous: text().notNull(),
    hash: text().notNull(),
    sealedAt: instant().notNull(),
  },
  (link) => [primaryKey({ name: "chain_links_pk", columns: [link.chain, link.seq] })],
);

/**
 * Events that wait to be sealed: written by a trigger beside the event, emptied by the worker. What the log says
 * of a bid waits at least for the deadline; row-level security hides the row as it hides the event.
 */
export const unsealedEvents = pgTable(
  "unsealed_events",
  {
    transaction: transactionId().notNull(),
    eventId: id<"event">().notNull(),
    notBefore: instant(),
  },
  (row) => [primaryKey({ name: "unsealed_events_pk", columns: [row.transaction, row.eventId] })],
);
