import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text } from "drizzle-orm/pg-core";
import { users } from "./accounts.ts";
import { fen, id, instant, primaryId } from "./columns.ts";
import { communities, serviceTypes } from "./offices.ts";
import { organizations } from "./organizations.ts";
import { method } from "./tenders.ts";

/** What an organization looks for among new tenders; null excludes nothing. */
export const savedSearches = pgTable(
  "saved_searches",
  {
    id: primaryId<"saved_search">(),
    organizationId: id<"organization">()
      .notNull()
      .references(() => organizations.id),
    name: text().notNull(),
    words: text().notNull().default(""),
    serviceType: text().references(() => serviceTypes.code),
    method: method(),
    communityId: id<"community">().references(() => communities.id),
    least: fen(),
    most: fen(),
    /** Whether new tenders are told by mail. */
    notify: boolean().notNull().default(true),
    savedAt: instant().notNull(),
    savedBy: id<"user">()
      .notNull()
      .references(() => users.id),
  },
  (search) => [
    index("saved_searches_of_organization").on(search.organizationId),
    check("saved_searches_bounds", sql`${search.least} <= ${search.most}`),
  ],
);
