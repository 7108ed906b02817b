import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { contractStatuses, milestoneStates } from "#app/domain/contracts/contract.ts";
import { PERFORMANCE_SHARE } from "#app/domain/contracts/milestone-pay.ts";
import type { MilestoneCalculation } from "#app/domain/milestones/calculation.ts";
import { fen as fenOf } from "#app/values/money.ts";
import { users } from "./accounts.ts";
import { bids } from "./bids.ts";
import { calendarDay, fen, id, instant, primaryId } from "./columns.ts";
import { offices } from "./offices.ts";
import { organizations } from "./organizations.ts";
import { projects } from "./projects.ts";
import { tenders } from "./tenders.ts";

export const contractStatus = pgEnum("contract_status", contractStatuses);
export const milestoneState = pgEnum("milestone_state", milestoneStates);

/** What the office and the winner agreed on; active once both have signed. */
export const contracts = pgTable(
  "contracts",
  {
    id: primaryId<"contract">(),
    officeId: id<"office">()
      .notNull()
      .references(() => offices.id),
    projectId: id<"project">()
      .notNull()
      .references(() => projects.id),
    tenderId: id<"tender">()
      .notNull()
      .references(() => tenders.id),
    bidId: id<"bid">()
      .notNull()
      .references(() => bids.id),
    organizationId: id<"organization">()
      .notNull()
      .references(() => organizations.id),
    number: text().notNull(),
    title: text().notNull(),
    status: contractStatus().notNull().default("pending"),
    value: fen().notNull(),
    quantity: integer().notNull(),
    unit: text().notNull(),
    startsOn: calendarDay().notNull(),
    endsOn: calendarDay().notNull(),
    text: text().notNull().default(""),
    /** The part of each payment that depends on what residents say, in basis points. */
    performanceShareBp: integer().notNull().default(PERFORMANCE_SHARE.usual),
    officeSignedBy: id<"user">().references(() => users.id),
    officeSignedAt: instant(),
    organizationSignedBy: id<"user">().references(() => users.id),
    organizationSignedAt: instant(),
    activatedAt: instant(),
    terminatedAt: instant(),
    terminatedReason: text(),
    /** When what it did not use went back to the fund for good. */
    closedAt: instant(),
    closedBy: id<"user">().references(() => users.id),
  },
  (contract) => [
    uniqueIndex("contracts_one_per_bid")
      .on(contract.tenderId, contract.bidId)
      .where(sql`${contract.status} <> 'terminated'`),
    unique("contracts_one_number").on(contract.officeId, contract.number),
    index("contracts_of_organization").on(contract.organizationId, contract.status),
    index("contracts_public").on(contract.activatedAt.desc(), contract.id),
    check(
      "contracts_performance_share",
      sql`${contract.performanceShareBp} between 0 and ${sql.raw(String(PERFORMANCE_SHARE.most))}`,
    ),
    check("contracts_value_positive", sql`${contract.value} > 0`),
    check("contracts_end_after_start", sql`${contract.endsOn} >= ${contract.startsOn}`),
    check(
      "contracts_active_when_both_signed",
      sql`${contract.status} = 'pending' or ${contract.status} = 'terminated' or (${contract.officeSignedAt} is not null and ${contract.organizationSignedAt} is not null and ${contract.activatedAt} is not null)`,
    ),
  ],
);

/**
 * What is left of a contract, counted like seats: the fund's share of live bookings may never
 * exceed its value. Kept apart from the contract because every booking touches it.
 */
export const contractCounters = pgTable(
  "contract_counters",
  {
    contractId: id<"contract">()
      .primaryKey()
      .references(() => contracts.id),
    fundLimit: fen().notNull(),
    fundReserved: fen().notNull(),
    fundUsed: fen().notNull(),
  },
  (counter) => [
    check(
      "contract_counters_within_value",
      sql`${counter.fundReserved} >= 0 and ${counter.fundUsed} >= 0 and ${counter.fundReserved} + ${counter.fundUsed} <= ${counter.fundLimit}`,
    ),
  ],
);

/** A share of the contract's value, paid for what was delivered up to then. */
export const milestones = pgTable(
  "milestones",
  {
    id: primaryId<"milestone">(),
    contractId: id<"contract">()
      .notNull()
      .references(() => contracts.id),
    position: smallint().notNull(),
    name: text().notNull(),
    dueOn: calendarDay().notNull(),
    /** The most that this milestone was agreed to pay; a contract's milestones sum to its value. */
    cap: fen().notNull(),
    /** What the milestones before it left of theirs; it may be paid on top. */
    carried: fen().notNull().default(fenOf(0)),
    state: milestoneState().notNull().default("scheduled"),
    claimedAt: instant(),
    claimedBy: id<"user">().references(() => users.id),
    /** Digest of the claim's event: what the order of the sample is made from. */
    sampleSeed: text(),
    acceptedAt: instant(),
    acceptedBy: id<"user">().references(() => users.id),
    paidAt: instant(),
    paidBy: id<"user">().references(() => users.id),
    sentBackReason: text(),
    /** Inputs and result of the pay formula, as published. */
    calculation: jsonb().$type<MilestoneCalculation>(),
    pay: fen(),
    /** The bank's or treasury's reference of the payment. */
    paymentReference: text(),
  },
  (milestone) => [
    unique("milestones_one_position").on(milestone.contractId, milestone.position),
    check("milestones_cap_positive", sql`${milestone.cap} > 0`),
    check(
      "milestones_pay_within_cap",
      sql`${milestone.pay} between 0 and ${milestone.cap} + ${milestone.carried}`,
    ),
    check("milestones_carried_not_negative", sql`${milestone.carried} >= 0`),
    check("milestones_payer_did_not_accept", sql`${milestone.paidBy} <> ${milestone.acceptedBy}`),
    check(
      "milestones_accepted_say_what",
      sql`${milestone.state} not in ('accepted', 'paid') or (${milestone.acceptedBy} is not null and ${milestone.pay} is not null)`,
    ),
    check(
      "milestones_paid_say_when",
      sql`(${milestone.state} = 'paid') = (${milestone.paidAt} is not null)`,
    ),
  ],
);
