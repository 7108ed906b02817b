import { sql } from "drizzle-orm";
import {
  check,
  index,
  jsonb,
  pgEnum,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { BankRow } from "#app/domain/payment-batches/bank-result.ts";
import { paymentOrderStates } from "#app/domain/payment-batches/payment-order.ts";
import { users } from "./accounts.ts";
import { bytes, fen, id, instant, primaryId } from "./columns.ts";
import { milestones } from "./contracts.ts";
import { offices } from "./offices.ts";
import { organizations } from "./organizations.ts";

export const paymentOrderState = pgEnum("payment_order_state", paymentOrderStates);

/** Where an organization is paid: the newest row counts, the older ones are what earlier orders went to. Only ever added. */
export const bankAccounts = pgTable(
  "bank_accounts",
  {
    id: primaryId<"bank_account">(),
    organizationId: id<"organization">()
      .notNull()
      .references(() => organizations.id),
    name: text().notNull(),
    bank: text().notNull(),
    numberSealed: bytes().notNull(),
    /** The last four digits, by which people know it. */
    numberEnd: text().notNull(),
    changedAt: instant().notNull(),
    changedBy: id<"user">()
      .notNull()
      .references(() => users.id),
  },
  (account) => [
    index("bank_accounts_of_organization").on(account.organizationId, account.changedAt),
  ],
);

/** Milestones that finance has the bank pay in one file. */
export const paymentBatches = pgTable(
  "payment_batches",
  {
    id: primaryId<"payment_batch">(),
    officeId: id<"office">()
      .notNull()
      .references(() => offices.id),
    /** Short number that people say, such as 2026-0003. */
    number: text().notNull(),
    madeAt: instant().notNull(),
    madeBy: id<"user">()
      .notNull()
      .references(() => users.id),
    withdrawnReason: text(),
  },
  (batch) => [unique("payment_batches_one_number").on(batch.officeId, batch.number)],
);

/** One line of the bank's file. What it says is fixed; only the bank's answer is added. A milestone is in one live order. */
export const paymentOrders = pgTable(
  "payment_orders",
  {
    id: primaryId<"payment_order">(),
    officeId: id<"office">()
      .notNull()
      .references(() => offices.id),
    batchId: id<"payment_batch">()
      .notNull()
      .references(() => paymentBatches.id),
    position: smallint().notNull(),
    milestoneId: id<"milestone">()
      .notNull()
      .references(() => milestones.id),
    bankAccountId: id<"bank_account">()
      .notNull()
      .references(() => bankAccounts.id),
    serial: text().notNull(),
    amount: fen().notNull(),
    purpose: text().notNull(),
    state: paymentOrderState().notNull().default("sent"),
    answeredAt: instant(),
    /** Why the bank did not pay, in its own words. */
    failedReason: text(),
    bankReference: text(),
  },
  (order) => [
    unique("payment_orders_one_serial").on(order.officeId, order.serial),
    unique("payment_orders_one_position").on(order.batchId, order.position),
    uniqueIndex("payment_orders_one_live")
      .on(order.milestoneId)
      .where(sql`${order.state} in ('sent', 'paid')`),
    check("payment_orders_amount_positive", sql`${order.amount} > 0`),
    check(
      "payment_orders_answered_when_over",
      sql`(${order.state} = 'sent') = (${order.answeredAt} is null)`,
    ),
  ],
);

/** The bank's answer as it was uploaded, waiting for a person's yes. */
export const bankResults = pgTable("bank_results", {
  id: primaryId<"bank_result">(),
  batchId: id<"payment_batch">()
    .notNull()
    .references(() => paymentBatches.id),
  fileName: text().notNull(),
  rows: jsonb().$type<BankRow[]>().notNull(),
  uploadedAt: instant().notNull(),
  uploadedBy: id<"user">()
    .notNull()
    .references(() => users.id),
  recordedAt: instant(),
});

/** Money of a paid milestone that came back to the office's account. Only ever added. */
export const clawBacks = pgTable(
  "claw_backs",
  {
    id: primaryId<"claw_back">(),
    officeId: id<"office">()
      .notNull()
      .references(() => offices.id),
    milestoneId: id<"milestone">()
      .notNull()
      .references(() => milestones.id),
    amount: fen().notNull(),
    reason: text().notNull(),
    /** The bank's reference of the money that came in. */
    bankReference: text().notNull(),
  },
  (row) => [
    unique("claw_backs_one_reference").on(row.officeId, row.bankReference),
    index("claw_backs_of_milestone").on(row.milestoneId),
    check("claw_backs_amount_positive", sql`${row.amount} > 0`),
  ],
);
