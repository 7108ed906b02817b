import { and, desc, eq, type SQLWrapper, sql } from "drizzle-orm";
import type { OfficeStaff } from "#app/domain/act.ts";
import type { Id } from "#app/values/id.ts";
import { fen } from "#app/values/money.ts";
import { db } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { funds } from "#db/schema/fund.ts";
import { fundBalances, fundTransactions, postings, projectBalances } from "#db/schema/ledger.ts";
import { projects } from "#db/schema/projects.ts";
import { tenders } from "#db/schema/tenders.ts";
import { type Balances, emptyFund, type FundAccount, type Posting } from "./ledger.ts";

export const MOVEMENTS_A_PAGE = 20;

/** The office's funds, newest year first, each with what its accounts hold. */
export async function listFunds({ officeId }: Pick<OfficeStaff, "officeId">) {
  const rows = await db
    .select({
      id: funds.id,
      year: funds.year,
      name: funds.name,
      held: heldOf(fundBalances.account, fundBalances.amount),
    })
    .from(funds)
    .leftJoin(fundBalances, eq(fundBalances.fundId, funds.id))
    .where(eq(funds.officeId, officeId))
    .groupBy(funds.id)
    .orderBy(desc(funds.year), funds.name);
  return rows.map(({ held, ...fund }) => ({ ...fund, balances: balancesOf(held) }));
}

/** What each project of the fund holds, those with most money first. */
export async function listFundProjects({ officeId }: OfficeStaff, fundId: Id<"fund">) {
  const rows = await db
    .select({
      id: projects.id,
      tenderId: tenders.id,
      number: projects.number,
      title: projects.title,
      held: heldOf(projectBalances.account, projectBalances.amount),
    })
    .from(projects)
    .innerJoin(tenders, eq(tenders.projectId, projects.id))
    .innerJoin(projectBalances, eq(projectBalances.projectId, projects.id))
    .where(and(eq(projects.officeId, officeId), eq(projects.fundId, fundId)))
    .groupBy(projects.id, tenders.id)
    .orderBy(desc(projects.number));
  return rows.map(({ held, ...project }) => ({ ...project, balances: balancesOf(held) }));
}

/** The fund's movements, newest first: a page after the movement `after`, or all of them for a download. */
export async function listMovements(
  { officeId }: OfficeStaff,
  fundId: Id<"fund">,
  page: { after?: string | undefined; limit?: number } = {},
) {
  const { at, id } = fundTransactions;
  const rows = db
    .select({
      id,
      at,
      kind: fundTransactions.kind,
      memo: fundTransactions.memo,
      who: users.name,
      project: projects.title,
      tenderId: tenders.id,
      lines: sql<
        Posting[]
      >`(select jsonb_agg(jsonb_build_object('account', ${postings.account}, 'amount', ${postings.amount}) order by ${postings.id})
        from ${postings} where ${postings.transactionId} = ${id})`,
    })
    .from(fundTransactions)
    .innerJoin(funds, eq(funds.id, fundTransactions.fundId))
    .leftJoin(users, eq(users.id, fundTransactions.byUserId))
    .leftJoin(projects, eq(projects.id, fundTransactions.projectId))
    .leftJoin(tenders, eq(tenders.projectId, projects.id))
    .where(
      and(
        eq(funds.officeId, officeId),
        eq(fundTransactions.fundId, fundId),
        page.after
          ? sql`(${at}, ${id}) < (select c.at, c.id from ${fundTransactions} c where c.id = ${page.after})`
          : undefined,
      ),
    )
    .orderBy(desc(at), desc(id));
  return page.limit ? await rows.limit(page.limit) : await rows;
}

const heldOf = (account: SQLWrapper, amount: SQLWrapper) =>
  sql<Partial<
    Record<FundAccount, number>
  > | null>`jsonb_object_agg(${account}, ${amount}) filter (where ${account} is not null)`;

function balancesOf(held: Partial<Record<FundAccount, number>> | null): Balances {
  const known = Object.entries(held ?? {}).map(([account, amount]) => [account, fen(amount)]);
  return { ...emptyFund, ...Object.fromEntries(known) };
}
