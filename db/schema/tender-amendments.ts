import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  jsonb,
  pgEnum,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { type TermChange, tenderAmendmentStates } from "#app/domain/tender-amendments/amendment.ts";
import { users } from "./accounts.ts";
import { id, instant, primaryId } from "./columns.ts";
import { tenders } from "./tenders.ts";

export const tenderAmendmentState = pgEnum("tender_amendment_state", tenderAmendmentStates);

/** A change of an open tender's file, with what stood there before; decided by somebody who did not propose it. */
export const tenderAmendments = pgTable(
  "tender_amendments",
  {
    id: primaryId<"tender_amendment">(),
    tenderId: id<"tender">()
      .notNull()
      .references(() => tenders.id),
    /** The tender's first, second, … amendment, given when it is approved. */
    number: smallint(),
    state: tenderAmendmentState().notNull().default("proposed"),
    /** Said to correct a slip of the pen, and nothing of substance. */
    slip: boolean().notNull(),
    changes: jsonb().$type<TermChange[]>().notNull(),
    reason: text().notNull(),
    proposedBy: id<"user">()
      .notNull()
      .references(() => users.id),
    proposedAt: instant().notNull(),
    decidedBy: id<"user">().references(() => users.id),
    decidedAt: instant(),
    /** The tender's deadline when it was approved, and from then on. */
    deadlineBefore: instant(),
    deadlineAfter: instant(),
  },
  (amendment) => [
    unique("tender_amendments_one_number").on(amendment.tenderId, amendment.number),
    uniqueIndex("tender_amendments_one_open")
      .on(amendment.tenderId)
      .where(sql`${amendment.state} = 'proposed'`),
    check(
      "tender_amendments_two_people",
      sql`${amendment.state} <> 'approved' or ${amendment.decidedBy} <> ${amendment.proposedBy}`,
    ),
    check(
      "tender_amendments_decided_say_when",
      sql`(${amendment.state} = 'proposed') = (${amendment.decidedAt} is null) and (${amendment.decidedAt} is null) = (${amendment.decidedBy} is null)`,
    ),
    check(
      "tender_amendments_approved_say_what",
      sql`${amendment.state} <> 'approved' or (${amendment.number} is not null and ${amendment.deadlineBefore} is not null and ${amendment.deadlineAfter} >= ${amendment.deadlineBefore} and ${amendment.decidedAt} < ${amendment.deadlineBefore})`,
    ),
  ],
);
