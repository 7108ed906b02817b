import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { fundSources, yearEndDecisions } from "#app/domain/fund/fund.ts";
import { users } from "./accounts.ts";
import { fen, id, instant, primaryId } from "./columns.ts";
import { communities, offices } from "./offices.ts";

export const fundSource = pgEnum("fund_source", fundSources);
export const yearEndDecision = pgEnum("year_end_decision", yearEndDecisions);

/**
 * The money with which an office buys services in a year, or the part of one that is set aside for a community. Locked in
 * each transaction that moves it; one that is closed takes no new money and no new project.
 */
export const funds = pgTable(
  "funds",
  {
    id: primaryId<"fund">(),
    officeId: id<"office">()
      .notNull()
      .references(() => offices.id),
    year: integer().notNull(),
    name: text().notNull(),
    source: fundSource().notNull().default("budget"),
    /** Of a community's part: the fund that it was set aside from. */
    parentId: id<"fund">().references((): AnyPgColumn => funds.id),
    communityId: id<"community">().references(() => communities.id),
    closedAt: instant(),
  },
  (fund) => [
    unique("funds_one_name_a_year").on(fund.officeId, fund.year, fund.name),
    unique("funds_one_part_a_community").on(fund.parentId, fund.communityId),
    check(
      "funds_parts_are_a_communitys",
      sql`(${fund.parentId} is null) = (${fund.communityId} is null)`,
    ),
  ],
);

/** What stands behind an allocation that came with a task (费随事转): who gave it, for what. */
export const fundTasks = pgTable(
  "fund_tasks",
  {
    /** The allocation's: what its movement is about. */
    id: primaryId<"fund_task">(),
    fundId: id<"fund">()
      .notNull()
      .references(() => funds.id),
    documentNumber: text().notNull(),
    department: text().notNull(),
    purpose: text().notNull(),
    amount: fen().notNull(),
  },
  (task) => [
    index("fund_tasks_of_fund").on(task.fundId),
    check("fund_tasks_amount_positive", sql`${task.amount} > 0`),
  ],
);

/** A year end of a fund: proposed by finance, decided by an approver. What comes free in a closed fund later is another round. */
export const yearEnds = pgTable(
  "year_ends",
  {
    id: primaryId<"year_end">(),
    fundId: id<"fund">()
      .notNull()
      .references(() => funds.id),
    round: smallint().notNull(),
    decision: yearEndDecision().notNull(),
    /** Where it goes on to, if it does. */
    toFundId: id<"fund">().references(() => funds.id),
    note: text().notNull(),
    proposedBy: id<"user">()
      .notNull()
      .references(() => users.id),
    proposedAt: instant().notNull(),
    decidedBy: id<"user">().references(() => users.id),
    decidedAt: instant(),
    /** Null while nobody has decided. */
    approved: boolean(),
    /** What was moved: all that was available when it was approved. */
    amount: fen(),
  },
  (row) => [
    unique("year_ends_one_round").on(row.fundId, row.round),
    uniqueIndex("year_ends_one_waiting").on(row.fundId).where(sql`${row.decidedAt} is null`),
    check(
      "year_ends_carried_on_somewhere",
      sql`(${row.decision} = 'carry_over') = (${row.toFundId} is not null)`,
    ),
    check("year_ends_two_people", sql`${row.decidedBy} <> ${row.proposedBy}`),
    check(
      "year_ends_decided_say_what",
      sql`(${row.decidedAt} is null) = (${row.decidedBy} is null) and (${row.decidedAt} is null) = (${row.approved} is null) and coalesce(${row.approved}, false) = (${row.amount} is not null)`,
    ),
    check("year_ends_amount", sql`${row.amount} >= 0`),
  ],
);
