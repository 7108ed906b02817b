import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { amendmentCodes, amendmentStates } from "#app/domain/contracts/amendment.ts";
import { terminationCodes } from "#app/domain/contracts/termination.ts";
import type { MilestoneTerms } from "#app/domain/contracts/terms.ts";
import { users } from "./accounts.ts";
import { calendarDay, fen, id, instant, primaryId } from "./columns.ts";
import { contracts } from "./contracts.ts";

export const amendmentCode = pgEnum("amendment_code", amendmentCodes);
export const amendmentState = pgEnum("amendment_state", amendmentStates);
export const terminationCode = pgEnum("termination_code", terminationCodes);

/** A change of a contract in force: proposed, agreed and signed by three people. */
export const contractAmendments = pgTable(
  "contract_amendments",
  {
    id: primaryId<"contract_amendment">(),
    contractId: id<"contract">()
      .notNull()
      .references(() => contracts.id),
    /** The contract's first, second, … change. */
    number: smallint().notNull(),
    /** What stands on the document, given when it comes into force. */
    documentNumber: text(),
    state: amendmentState().notNull().default("proposed"),
    code: amendmentCode().notNull(),
    text: text().notNull(),
    valueChange: fen().notNull(),
    quantityChange: integer().notNull(),
    /** null: the period stays as it is. */
    newEndsOn: calendarDay(),
    /** The milestones that nobody had claimed, as they are to be. */
    parts: jsonb().$type<MilestoneTerms[]>().notNull(),
    /** How many had been claimed by then; one more, and the parts fit no longer. */
    claimed: smallint().notNull(),
    proposedBy: id<"user">()
      .notNull()
      .references(() => users.id),
    proposedAt: instant().notNull(),
    agreedBy: id<"user">().references(() => users.id),
    agreedAt: instant(),
    signedBy: id<"user">().references(() => users.id),
    at: instant(),
    /** The contract as the change left it. */
    newValue: fen(),
  },
  (amendment) => [
    unique("contract_amendments_one_number").on(amendment.contractId, amendment.number),
    uniqueIndex("contract_amendments_one_open")
      .on(amendment.contractId)
      .where(sql`${amendment.state} in ('proposed', 'agreed')`),
    check("contract_amendments_two_people", sql`${amendment.agreedBy} <> ${amendment.proposedBy}`),
    check(
      "contract_amendments_in_force_say_when",
      sql`(${amendment.state} = 'in_force') = (${amendment.at} is not null) and (${amendment.at} is null or (${amendment.agreedBy} is not null and ${amendment.signedBy} is not null and ${amendment.documentNumber} is not null and ${amendment.newValue} is not null))`,
    ),
  ],
);

/** The wish to end a contract before its time; the newest counts, and it ends once an approver has confirmed it. */
export const contractTerminations = pgTable(
  "contract_terminations",
  {
    id: primaryId<"contract_termination">(),
    contractId: id<"contract">()
      .notNull()
      .references(() => contracts.id),
    documentNumber: text(),
    code: terminationCode().notNull(),
    text: text().notNull(),
    /** By agreement: the organization signs too. */
    mutual: boolean().notNull(),
    proposedBy: id<"user">()
      .notNull()
      .references(() => users.id),
    proposedAt: instant().notNull(),
    agreedBy: id<"user">().references(() => users.id),
    agreedAt: instant(),
    confirmedBy: id<"user">().references(() => users.id),
    confirmedAt: instant(),
    droppedAt: instant(),
  },
  (termination) => [
    uniqueIndex("contract_terminations_one_open")
      .on(termination.contractId)
      .where(sql`${termination.droppedAt} is null`),
    check(
      "contract_terminations_two_people",
      sql`${termination.confirmedBy} <> ${termination.proposedBy}`,
    ),
    check(
      "contract_terminations_mutual_when_agreed",
      sql`${termination.confirmedAt} is null or not ${termination.mutual} or ${termination.agreedAt} is not null`,
    ),
  ],
);
