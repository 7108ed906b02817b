import { and, desc, eq, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { OfficeStaff } from "#app/domain/act.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { funds } from "#db/schema/fund.ts";
import { fundTransactions, postings } from "#db/schema/ledger.ts";
import { projects } from "#db/schema/projects.ts";
import { tenders } from "#db/schema/tenders.ts";
import type { Posting } from "./ledger.ts";

export const MOVEMENTS_A_PAGE = 20;

/** The fund's movements, newest first: a page after the movement `after`, or all of them for a download. */
export async function listMovements(
  { officeId }: OfficeStaff,
  fundId: Id<"fund">,
  page: { after?: string | undefined; limit?: number } = {},
) {
  const { at, id } = fundTransactions;
  const inFund = or(eq(fundTransactions.fundId, fundId), eq(fundTransactions.toFundId, fundId));
  const after = page.after
    ? sql`(${at}, ${id}) < (select c.at, c.id from ${fundTransactions} c where c.id = ${page.after})`
    : undefined;
  const rows = movements(fundId).where(and(eq(funds.officeId, officeId), inFund, after));
  const sorted = rows.orderBy(desc(at), desc(id));
  return page.limit ? await sorted.limit(page.limit) : await sorted;
}

export type Movement = Awaited<ReturnType<typeof listMovements>>[number];

/** One movement of the office, seen from the fund that it began in. */
export async function findMovement({ officeId }: OfficeStaff, id: Id<"fund_transaction">) {
  const [found] = await movements(fundTransactions.fundId).where(
    and(eq(fundTransactions.id, id), eq(funds.officeId, officeId)),
  );
  return found;
}

const toFund = alias(funds, "to_fund");

/** Movements with their lines in the fund, and the other fund's name where money passed between two. */
const movements = (fundId: Id<"fund"> | typeof fundTransactions.fundId) =>
  db
    .select({
      id: fundTransactions.id,
      fundId: fundTransactions.fundId,
      at: fundTransactions.at,
      kind: fundTransactions.kind,
      memo: fundTransactions.memo,
      byUserId: fundTransactions.byUserId,
      who: users.name,
      project: projects.title,
      tenderId: tenders.id,
      other: sql<
        string | null
      >`case when ${fundTransactions.fundId} = ${fundId} then ${toFund.name} else ${funds.name} end`,
      reversed: sql<boolean>`exists (select from fund_transactions r where r.reverses_id = ${fundTransactions.id})`,
      lines: linesIn(fundId),
    })
    .from(fundTransactions)
    .innerJoin(funds, eq(funds.id, fundTransactions.fundId))
    .leftJoin(toFund, eq(toFund.id, fundTransactions.toFundId))
    .leftJoin(users, eq(users.id, fundTransactions.byUserId))
    .leftJoin(projects, eq(projects.id, fundTransactions.projectId))
    .leftJoin(tenders, eq(tenders.projectId, projects.id))
    .$dynamic();

const linesIn = (fundId: Id<"fund"> | typeof fundTransactions.fundId): SQL<Posting[]> =>
  sql<
    Posting[]
  >`(select jsonb_agg(jsonb_build_object('account', ${postings.account}, 'amount', ${postings.amount}) order by ${postings.id})
    from ${postings} where ${postings.transactionId} = ${fundTransactions.id} and ${postings.fundId} = ${fundId})`;
