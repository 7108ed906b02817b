import { index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import type { RedFlagBounds } from "#app/domain/red-flags/red-flag.ts";
import type { NegativeItem } from "#app/domain/tenders/negative-list.ts";
import type { MethodRules } from "#app/domain/tenders/profile.ts";
import type { Method, Profile } from "#app/domain/tenders/tender.ts";
import type { ThresholdBand } from "#app/domain/tenders/thresholds.ts";
import { users } from "./accounts.ts";
import { id, instant, primaryId } from "./columns.ts";

/** What a profile asks of a method, as of a day: the newest row that is valid counts. Rows are only ever added. */
export const methodRules = pgTable(
  "method_rules",
  {
    id: primaryId<"method_rules">(),
    profile: text().$type<Profile>().notNull(),
    method: text().$type<Method>().notNull(),
    rules: jsonb().$type<MethodRules>().notNull(),
    validFrom: instant().notNull(),
    /** null: what the installation began with. */
    setBy: id<"user">().references(() => users.id),
    reason: text().notNull(),
  },
  (row) => [index("method_rules_newest").on(row.profile, row.method, row.validFrom.desc())],
);

/** Which methods a value allows, as of a day; the newest row that is valid counts. Rows are only ever added. */
export const thresholdTables = pgTable(
  "threshold_tables",
  {
    id: primaryId<"threshold_table">(),
    bands: jsonb().$type<ThresholdBand[]>().notNull(),
    validFrom: instant().notNull(),
    setBy: id<"user">().references(() => users.id),
    reason: text().notNull(),
  },
  (row) => [index("threshold_tables_newest").on(row.validFrom.desc())],
);

/** From where on a supervisor's indicators flag something, as of a day; the newest row that is valid counts. Rows are only ever added. */
export const redFlagSettings = pgTable(
  "red_flag_settings",
  {
    id: primaryId<"red_flag_settings">(),
    bounds: jsonb().$type<RedFlagBounds>().notNull(),
    validFrom: instant().notNull(),
    setBy: id<"user">().references(() => users.id),
    reason: text().notNull(),
  },
  (row) => [index("red_flag_settings_newest").on(row.validFrom.desc())],
);

/** What may not be bought as a service, as of a day; the newest row that is valid counts. Rows are only ever added. */
export const negativeLists = pgTable(
  "negative_lists",
  {
    id: primaryId<"negative_list">(),
    items: jsonb().$type<NegativeItem[]>().notNull(),
    validFrom: instant().notNull(),
    setBy: id<"user">().references(() => users.id),
    reason: text().notNull(),
  },
  (row) => [index("negative_lists_newest").on(row.validFrom.desc())],
);
