import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { users } from "./accounts.ts";
import { id, instant, primaryId } from "./columns.ts";
import { organizations } from "./organizations.ts";
import { residents } from "./residents.ts";
import { tenders } from "./tenders.ts";

/** What an organization or a resident has against buying from one supplier alone. The text and the decision are public, the author is not. */
export const objections = pgTable(
  "objections",
  {
    id: primaryId<"objection">(),
    tenderId: id<"tender">()
      .notNull()
      .references(() => tenders.id),
    organizationId: id<"organization">().references(() => organizations.id),
    residentId: id<"resident">().references(() => residents.id),
    writtenBy: id<"user">()
      .notNull()
      .references(() => users.id),
    writtenAt: instant().notNull(),
    text: text().notNull(),
    /** Null until it is decided. */
    upheld: boolean(),
    reason: text(),
    decidedBy: id<"user">().references(() => users.id),
    decidedAt: instant(),
  },
  (objection) => [
    index("objections_of_tender").on(objection.tenderId, objection.writtenAt),
    uniqueIndex("objections_one_open_of_organization")
      .on(objection.tenderId, objection.organizationId)
      .where(sql`${objection.upheld} is null`),
    uniqueIndex("objections_one_open_of_resident")
      .on(objection.tenderId, objection.residentId)
      .where(sql`${objection.upheld} is null`),
    check(
      "objections_one_author",
      sql`(${objection.organizationId} is null) <> (${objection.residentId} is null)`,
    ),
    check(
      "objections_decided_say_why",
      sql`num_nonnulls(${objection.upheld}, ${objection.reason}, ${objection.decidedBy}, ${objection.decidedAt}) in (0, 4)`,
    ),
  ],
);
