import { sql } from "drizzle-orm";
import { check, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";
import type { Id } from "#app/values/id.ts";
import { users } from "./accounts.ts";
import { id, instant } from "./columns.ts";
import { tenders } from "./tenders.ts";

/** Experts drawn by lot from a pool, once a tender: with the seed anybody can draw again. */
export const panelDraws = pgTable(
  "panel_draws",
  {
    tenderId: id<"tender">()
      .primaryKey()
      .references(() => tenders.id),
    seed: text().notNull(),
    pool: uuid().array().$type<Id<"user">[]>().notNull(),
    count: smallint().notNull(),
    drawnAt: instant().notNull(),
    drawnBy: id<"user">()
      .notNull()
      .references(() => users.id),
  },
  (draw) => [
    check("panel_draws_from_more", sql`${draw.count} between 1 and cardinality(${draw.pool}) - 1`),
  ],
);
