import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
} from "drizzle-orm/pg-core";
import type { ListedRow } from "#app/domain/projects/project-list.ts";
import { users } from "./accounts.ts";
import { calendarDay, fen, id, instant, primaryId } from "./columns.ts";
import { funds } from "./fund.ts";
import { communities, offices, serviceTypes } from "./offices.ts";

/** A list of projects as an office keeps it, read and waiting for a person's yes. */
export const projectImports = pgTable("project_imports", {
  id: primaryId<"project_import">(),
  officeId: id<"office">()
    .notNull()
    .references(() => offices.id),
  fileName: text().notNull(),
  rows: jsonb().$type<ListedRow[]>().notNull(),
  uploadedBy: id<"user">()
    .notNull()
    .references(() => users.id),
  uploadedAt: instant().notNull(),
  importedAt: instant(),
});

/** What an office wants to buy. Empty fields are allowed in a draft and asked for at review. */
export const projects = pgTable(
  "projects",
  {
    id: primaryId<"project">(),
    officeId: id<"office">()
      .notNull()
      .references(() => offices.id),
    /** Short number that people say, such as 2026-0012. */
    number: text().notNull(),
    title: text().notNull(),
    /** Why it is needed and what is to be done. */
    need: text().notNull().default(""),
    targetGroup: text().notNull().default(""),
    serviceType: text().references(() => serviceTypes.code),
    quantity: integer(),
    unit: text(),
    ceiling: fen(),
    fundId: id<"fund">().references(() => funds.id),
    /** The budget's line that it is paid from; purchases of one line and kind in a year are looked at together. */
    budgetItem: text().notNull().default(""),
    /** How long the service lasts, when its first day is not known yet. */
    serviceMonths: smallint(),
    startsOn: calendarDay(),
    endsOn: calendarDay(),
    authorId: id<"user">()
      .notNull()
      .references(() => users.id),
    importId: id<"project_import">().references(() => projectImports.id),
    /** What the imported list said of method, period and source, word for word. */
    importNote: text().notNull().default(""),
    createdAt: instant().notNull(),
  },
  (project) => [
    unique("projects_one_number").on(project.officeId, project.number),
    index("projects_of_import").on(project.importId),
    check("projects_ceiling_positive", sql`${project.ceiling} > 0`),
    check("projects_quantity_positive", sql`${project.quantity} > 0`),
    check("projects_months", sql`${project.serviceMonths} between 1 and 60`),
    check("projects_end_after_start", sql`${project.endsOn} >= ${project.startsOn}`),
  ],
);

export const projectCommunities = pgTable(
  "project_communities",
  {
    projectId: id<"project">()
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    communityId: id<"community">()
      .notNull()
      .references(() => communities.id),
  },
  (row) => [
    primaryKey({ name: "project_communities_pk", columns: [row.projectId, row.communityId] }),
  ],
);
