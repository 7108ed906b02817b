import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { organizationKinds } from "#app/domain/organizations/organization.ts";
import { users } from "./accounts.ts";
import { calendarDay, grams, id, instant, primaryId } from "./columns.ts";
import { offices } from "./offices.ts";

export const organizationKind = pgEnum("organization_kind", organizationKinds);

/** Whoever may bid and deliver: a registered body with its credit code, or a residents' team, which has none but a leader and a street. */
export const organizations = pgTable(
  "organizations",
  {
    id: primaryId<"organization">(),
    name: text().notNull(),
    kind: organizationKind().notNull().default("registered"),
    creditCode: text().unique("organizations_one_credit_code"),
    /** Of a team alone: the office of the street that it lives in, and the neighbour who speaks for it. */
    officeId: id<"office">().references(() => offices.id),
    leaderId: id<"user">().references(() => users.id),
    introduction: text().notNull().default(""),
    contactName: text().notNull(),
    contactPhone: text().notNull(),
    registeredAt: instant().notNull(),
    verifiedAt: instant(),
    verifiedBy: id<"user">().references(() => users.id),
    rejectedReason: text(),
    grams: grams().generatedAlwaysAs(sql`search_grams(name)`),
  },
  (organization) => [
    check(
      "organizations_credit_code_form",
      sql`${organization.creditCode} ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'`,
    ),
    check(
      "organizations_of_their_kind",
      sql`case when ${organization.kind} = 'team' then ${organization.creditCode} is null and ${organization.officeId} is not null and ${organization.leaderId} is not null else ${organization.creditCode} is not null and ${organization.officeId} is null and ${organization.leaderId} is null end`,
    ),
    index("organizations_search").using("gin", organization.grams),
  ],
);

/** Somebody who delivers. The row is locked to give out her hours one at a time. */
export const workers = pgTable(
  "workers",
  {
    id: primaryId<"worker">(),
    organizationId: id<"organization">()
      .notNull()
      .references(() => organizations.id),
    userId: id<"user">()
      .references(() => users.id)
      .unique("workers_one_per_user"),
    name: text().notNull(),
    phone: text().notNull(),
    active: boolean().notNull().default(true),
  },
  (worker) => [index("workers_of_organization").on(worker.organizationId)],
);

/** The weekly hours of a worker, in minutes of the Shanghai day; weekday 1 is Monday. */
export const workerHours = pgTable(
  "worker_hours",
  {
    id: primaryId<"worker_hours">(),
    workerId: id<"worker">()
      .notNull()
      .references(() => workers.id, { onDelete: "cascade" }),
    weekday: smallint().notNull(),
    fromMinute: integer().notNull(),
    toMinute: integer().notNull(),
  },
  (hours) => [
    unique("worker_hours_once").on(hours.workerId, hours.weekday, hours.fromMinute),
    check("worker_hours_weekday", sql`${hours.weekday} between 1 and 7`),
    check(
      "worker_hours_within_day",
      sql`0 <= ${hours.fromMinute} and ${hours.fromMinute} < ${hours.toMinute} and ${hours.toMinute} <= 1440`,
    ),
  ],
);

/** A day that differs from the week: leave (no hours) or other hours, such as a make-up workday. */
export const workerDays = pgTable(
  "worker_days",
  {
    workerId: id<"worker">()
      .notNull()
      .references(() => workers.id, { onDelete: "cascade" }),
    day: calendarDay().notNull(),
    fromMinute: integer(),
    toMinute: integer(),
    note: text().notNull().default(""),
  },
  (row) => [
    primaryKey({ name: "worker_days_pk", columns: [row.workerId, row.day] }),
    check(
      "worker_days_hours_or_leave",
      sql`(${row.fromMinute} is null) = (${row.toMinute} is null) and ${row.fromMinute} < ${row.toMinute}`,
    ),
  ],
);
