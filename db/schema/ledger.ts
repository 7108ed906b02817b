import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigserial,
  check,
  index,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { fundAccounts, fundEventKinds } from "#app/domain/fund/ledger.ts";
import { users } from "./accounts.ts";
import { fen, id, instant, primaryId } from "./columns.ts";
import { funds } from "./fund.ts";
import { projects } from "./projects.ts";

export const fundAccount = pgEnum("fund_account", fundAccounts);
export const fundEvent = pgEnum("fund_event", fundEventKinds);

/** What each account holds, debit positive; written by the postings' trigger alone. */
export const fundBalances = pgTable(
  "fund_balances",
  {
    fundId: id<"fund">()
      .notNull()
      .references(() => funds.id),
    account: fundAccount().notNull(),
    amount: fen().notNull(),
  },
  (balance) => [
    primaryKey({ name: "fund_balances_pk", columns: [balance.fundId, balance.account] }),
    check(
      "fund_balances_not_below_zero",
      sql`${balance.account} = 'appropriation' or ${balance.amount} >= 0`,
    ),
  ],
);

/** The same per project, so that one project can never spend what was reserved for another. */
export const projectBalances = pgTable(
  "project_balances",
  {
    projectId: id<"project">()
      .notNull()
      .references(() => projects.id),
    account: fundAccount().notNull(),
    amount: fen().notNull(),
  },
  (balance) => [
    primaryKey({ name: "project_balances_pk", columns: [balance.projectId, balance.account] }),
    check(
      "project_balances_not_below_zero",
      sql`${balance.account} in ('appropriation', 'available') or ${balance.amount} >= 0`,
    ),
  ],
);

/** One movement of a fund, or from it to another; unique per (kind, entity), so that nothing is booked twice. */
export const fundTransactions = pgTable(
  "fund_transactions",
  {
    id: primaryId<"fund_transaction">(),
    fundId: id<"fund">()
      .notNull()
      .references(() => funds.id),
    /** Where the money went, when it passed to another fund. */
    toFundId: id<"fund">().references(() => funds.id),
    kind: fundEvent().notNull(),
    /** The tender, contract, milestone, allocation, transfer, year end or reversed movement that it is about. */
    entityId: uuid().notNull(),
    /** Of a reversal: the movement that it undoes. */
    reversesId: id<"fund_transaction">()
      .references((): AnyPgColumn => fundTransactions.id)
      .unique("fund_transactions_reversed_once"),
    projectId: id<"project">().references(() => projects.id),
    byUserId: id<"user">().references(() => users.id),
    at: instant().notNull(),
    memo: text().notNull().default(""),
  },
  (transaction) => [
    unique("fund_transactions_once").on(transaction.kind, transaction.entityId),
    index("fund_transactions_of_fund").on(transaction.fundId, transaction.at),
    index("fund_transactions_to_fund").on(transaction.toFundId, transaction.at),
    check(
      "fund_transactions_pass_to_another",
      sql`${transaction.toFundId} <> ${transaction.fundId} and case when ${transaction.kind}::text in ('transfer', 'carry_over') then ${transaction.toFundId} is not null else ${transaction.toFundId} is null or ${transaction.kind}::text = 'reverse' end`,
    ),
    check(
      "fund_transactions_reversals_name_it",
      sql`(${transaction.kind}::text = 'reverse') = (${transaction.reversesId} is not null)`,
    ),
  ],
);

/** The two sides of a movement: debit positive, credit negative, in fen. Only ever added. */
export const postings = pgTable(
  "postings",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    transactionId: id<"fund_transaction">()
      .notNull()
      .references(() => fundTransactions.id),
    fundId: id<"fund">()
      .notNull()
      .references(() => funds.id),
    projectId: id<"project">().references(() => projects.id),
    account: fundAccount().notNull(),
    amount: fen().notNull(),
  },
  (posting) => [
    index("postings_of_transaction").on(posting.transactionId),
    index("postings_of_project").on(posting.projectId),
    index("postings_of_fund").on(posting.fundId, posting.account),
    check("postings_not_zero", sql`${posting.amount} <> 0`),
  ],
);
