import { and, asc, desc, eq, type SQLWrapper, sql } from "drizzle-orm";
import type { OfficeStaff } from "#app/domain/act.ts";
import type { Id } from "#app/values/id.ts";
import { fen } from "#app/values/money.ts";
import { db } from "#db/client.server.ts";
import { funds, fundTasks } from "#db/schema/fund.ts";
import { fundBalances, fundTransactions, projectBalances } from "#db/schema/ledger.ts";
import { communities } from "#db/schema/offices.ts";
import { projects } from "#db/schema/projects.ts";
import { tenders } from "#db/schema/tenders.ts";
import { type Balances, emptyFund, type FundAccount } from "./ledger.ts";

/** The office's funds, newest year first, each followed by its communities' parts, with what their accounts hold. */
export async function listFunds({ officeId }: Pick<OfficeStaff, "officeId">) {
  const rows = await db
    .select({
      id: funds.id,
      year: funds.year,
      name: funds.name,
      source: funds.source,
      parentId: funds.parentId,
      community: communities.name,
      closedAt: funds.closedAt,
      held: heldOf(fundBalances.account, fundBalances.amount),
    })
    .from(funds)
    .leftJoin(communities, eq(communities.id, funds.communityId))
    .leftJoin(fundBalances, eq(fundBalances.fundId, funds.id))
    .where(eq(funds.officeId, officeId))
    .groupBy(funds.id, communities.id)
    .orderBy(
      desc(funds.year),
      sql`coalesce((select p.name from funds p where p.id = ${funds.parentId}), ${funds.name})`,
      sql`${funds.parentId} is not null`,
      funds.name,
    );
  return rows.map(({ held, ...fund }) => ({ ...fund, balances: balancesOf(held) }));
}

/** One of them. */
export const findFund = async (by: Pick<OfficeStaff, "officeId">, fundId: Id<"fund">) =>
  (await listFunds(by)).find(({ id }) => id === fundId);

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

/** The tasks whose money arrived in the fund, and whether that was reversed. */
export async function listFundTasks({ officeId }: OfficeStaff, fundId: Id<"fund">) {
  return await db
    .select({
      id: fundTasks.id,
      documentNumber: fundTasks.documentNumber,
      department: fundTasks.department,
      purpose: fundTasks.purpose,
      amount: fundTasks.amount,
      at: fundTransactions.at,
      reversed: sql<boolean>`exists (select from fund_transactions r where r.reverses_id = ${fundTransactions.id})`,
    })
    .from(fundTasks)
    .innerJoin(funds, eq(funds.id, fundTasks.fundId))
    .innerJoin(
      fundTransactions,
      and(eq(fundTransactions.entityId, fundTasks.id), eq(fundTransactions.kind, "allocate_task")),
    )
    .where(and(eq(fundTasks.fundId, fundId), eq(funds.officeId, officeId)))
    .orderBy(asc(fundTransactions.at));
}

const heldOf = (account: SQLWrapper, amount: SQLWrapper) =>
  sql<Partial<
    Record<FundAccount, number>
  > | null>`jsonb_object_agg(${account}, ${amount}) filter (where ${account} is not null)`;

function balancesOf(held: Partial<Record<FundAccount, number>> | null): Balances {
  const known = Object.entries(held ?? {}).map(([account, amount]) => [account, fen(amount)]);
  return { ...emptyFund, ...Object.fromEntries(known) };
}
