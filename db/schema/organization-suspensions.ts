import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { users } from "./accounts.ts";
import { id, instant, primaryId } from "./columns.ts";
import { organizations } from "./organizations.ts";

/** While it is not lifted the organization neither bids nor signs nor publishes. Never deleted: all of it is public. */
export const organizationSuspensions = pgTable(
  "organization_suspensions",
  {
    id: primaryId<"organization_suspension">(),
    organizationId: id<"organization">()
      .notNull()
      .references(() => organizations.id),
    reason: text().notNull(),
    /** Whether its running services were paused too. */
    pausesServices: boolean().notNull(),
    suspendedAt: instant().notNull(),
    suspendedBy: id<"user">()
      .notNull()
      .references(() => users.id),
    liftedAt: instant(),
    liftedBy: id<"user">().references(() => users.id),
    liftedReason: text(),
  },
  (suspension) => [
    index("organization_suspensions_of").on(suspension.organizationId, suspension.suspendedAt),
    uniqueIndex("organization_suspensions_one_at_a_time")
      .on(suspension.organizationId)
      .where(sql`${suspension.liftedAt} is null`),
    check(
      "organization_suspensions_lifted_whole",
      sql`num_nonnulls(${suspension.liftedAt}, ${suspension.liftedBy}, ${suspension.liftedReason}) in (0, 3)`,
    ),
  ],
);
