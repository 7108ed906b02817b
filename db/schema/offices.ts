import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
} from "drizzle-orm/pg-core";
import type { DayKind } from "#app/domain/offices/working-days.ts";
import { users } from "./accounts.ts";
import { calendarDay, id, instant, primaryId } from "./columns.ts";

/** A street office: the tenant that every row of buying and serving belongs to. */
export const offices = pgTable("offices", {
  id: primaryId<"office">(),
  name: text().notNull().unique("offices_one_name"),
  /** Stands before the number of an official document, as in 南湖街办采〔2026〕12号. */
  documentPrefix: text().notNull(),
  helpPhone: text().notNull(),
});

export const communities = pgTable(
  "communities",
  {
    id: primaryId<"community">(),
    officeId: id<"office">()
      .notNull()
      .references(() => offices.id),
    name: text().notNull(),
  },
  (community) => [unique("communities_one_name").on(community.officeId, community.name)],
);

/** A place where seats are offered, such as a day-care centre. */
export const sites = pgTable(
  "sites",
  {
    id: primaryId<"site">(),
    officeId: id<"office">()
      .notNull()
      .references(() => offices.id),
    communityId: id<"community">()
      .notNull()
      .references(() => communities.id),
    name: text().notNull(),
    address: text().notNull(),
  },
  (site) => [index("sites_of_community").on(site.officeId, site.communityId)],
);

/** The kinds of service, in both languages: data, not code. */
export const serviceTypes = pgTable("service_types", {
  code: text().primaryKey(),
  zh: text().notNull(),
  en: text().notNull(),
  position: integer().notNull(),
});

export const calendarDayKind = pgEnum("calendar_day_kind", ["holiday", "workday"]);

/** The days on which the week's rule does not hold: statutory holidays and make-up workdays (调休). */
export const calendarDays = pgTable("calendar_days", {
  day: calendarDay().primaryKey(),
  kind: calendarDayKind().notNull(),
  name: text().notNull(),
});

/** Who changed a day of the calendar when and why. Rows are only ever added. */
export const calendarChanges = pgTable(
  "calendar_changes",
  {
    id: primaryId<"calendar_change">(),
    day: calendarDay().notNull(),
    before: text().$type<DayKind>().notNull(),
    after: text().$type<DayKind>().notNull(),
    name: text().notNull(),
    reason: text().notNull(),
    changedBy: id<"user">()
      .notNull()
      .references(() => users.id),
    changedAt: instant().notNull(),
  },
  (change) => [index("calendar_changes_of_day").on(change.day, change.changedAt.desc())],
);

/** The last number given to a kind of document in an office's year. */
export const documentNumbers = pgTable(
  "document_numbers",
  {
    officeId: id<"office">()
      .notNull()
      .references(() => offices.id),
    kind: text().notNull(),
    year: integer().notNull(),
    last: integer().notNull(),
  },
  (row) => [
    primaryKey({ name: "document_numbers_pk", columns: [row.officeId, row.kind, row.year] }),
    check("document_numbers_positive", sql`${row.last} > 0`),
  ],
);
