import { type SQL, sql } from "drizzle-orm";
import type { OfficeStaff } from "#app/domain/act.ts";
import type { Id } from "#app/values/id.ts";
import { type Fen, fen } from "#app/values/money.ts";
import { addDays, type Day, instantOf, ZONE } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { type FundAccount, type FundEventKind, fundAccounts } from "./ledger.ts";
import type { AccountSummary, StatementLine, StatementWish } from "./statement.ts";

export const LINES_A_PAGE = 50;

type Period = Pick<StatementWish, "from" | "to" | "projectId">;
type Sums = { opening: string; debit: string; credit: string };

/** Every account of the office's fund over the period, or of one of its projects. */
export async function summarizeAccounts(
  by: OfficeStaff,
  fundId: Id<"fund">,
  period: Period,
): Promise<AccountSummary[]> {
  const rows = await db.execute<Sums & { account: FundAccount }>(sql`
    select account, ${sumsSince(period)} from (${linesOf(by, fundId, period)}) line group by account`);
  return fundAccounts.map((account) => {
    const row = rows.find((one) => one.account === account);
    const { opening, debit, credit } = { ...noSums, ...row };
    const closing = Number(opening) + Number(debit) - Number(credit);
    return { account, ...inFen({ opening, debit, credit }), closing: fen(closing) };
  });
}

/** The lines of one account over the period, oldest first: a page after the line `after`, or all of them for a download. */
export async function listStatement(
  by: OfficeStaff,
  fundId: Id<"fund">,
  wish: StatementWish,
  page: { after?: string | undefined; limit?: number } = {},
): Promise<StatementLine[]> {
  const lines = sql`select * from (${linesOf(by, fundId, wish)}) line where account = ${wish.account}`;
  const rows = await db.execute<Row>(sql`
    select * from (${views[wish.view](lines, wish)}) shown
    where ${page.after ? sql`shown.place > ${page.after}` : sql`true`}
    order by shown.place ${page.limit ? sql`limit ${page.limit}` : sql``}`);
  return rows.map(lineOf);
}

type Row = {
  place: string;
  at: string | null;
  day: Day | null;
  kind: FundEventKind | null;
  project: string | null;
  tender_id: string | null;
  who: string | null;
  memo: string | null;
  debit: string;
  credit: string;
  balance: string;
};

/** Each view gives every line its place, a text that sorts as the lines do. */
const views: Record<StatementWish["view"], (lines: SQL, wish: StatementWish) => SQL> = {
  movement: (lines, { from }) => sql`
    select place, at::text, null::text as day, kind::text, project, tender_id, who, memo,
      greatest(amount, 0) as debit, greatest(-amount, 0) as credit, balance
    from (select l.*, sum(amount) over (order by place) as balance from (${lines}) l) l
    where ${since(from)}`,
  day: (lines, { from }) => sql`
    select day as place, null::text as at, day, null::text as kind, null::text as project, null::uuid as tender_id,
      null::text as who, null::text as memo, debit, credit, balance
    from (select day, min(at) as at, sum(greatest(amount, 0)) as debit, sum(greatest(-amount, 0)) as credit,
        sum(sum(amount)) over (order by day) as balance
      from (${lines}) l group by day) l
    where ${since(from)}`,
  project: (lines, wish) => sql`
    select coalesce(number, '0') as place, null::text as at, null::text as day, null::text as kind, project, tender_id,
      null::text as who, null::text as memo, debit, credit, opening + debit - credit as balance
    from (select number, project, tender_id, ${sumsSince(wish)} from (${lines}) line group by number, project, tender_id) l`,
};

/** The fund's postings up to the end of the period, each with what it is about. */
function linesOf({ officeId }: OfficeStaff, fundId: Id<"fund">, { to, projectId }: Period): SQL {
  return sql`
    select p.account, p.amount, t.at, t.kind, t.memo, u.name as who, j.number, j.title as project, tender.id as tender_id,
      to_char(t.at at time zone ${ZONE}, 'YYYY-MM-DD') as day,
      to_char(t.at at time zone 'UTC', 'YYYYMMDDHH24MISSUS') || lpad(p.id::text, 20, '0') as place
    from postings p
    join funds f on f.id = p.fund_id
    join fund_transactions t on t.id = p.transaction_id
    left join users u on u.id = t.by_user_id
    left join projects j on j.id = p.project_id
    left join lateral (select id from tenders where project_id = j.id order by id desc limit 1) tender on true
    where p.fund_id = ${fundId} and f.office_id = ${officeId}
      and ${to ? sql`t.at < ${instantOf(addDays(to, 1), 0).toISOString()}` : sql`true`}
      and ${projectId ? sql`p.project_id = ${projectId}` : sql`true`}`;
}

const since = (from: Day | undefined): SQL =>
  from ? sql`at >= ${instantOf(from, 0).toISOString()}::timestamptz` : sql`true`;

/** What there was before the period, and what was debited and credited in it. */
const sumsSince = ({ from }: Period): SQL => sql`
  coalesce(sum(amount) filter (where not ${since(from)}), 0) as opening,
  coalesce(sum(greatest(amount, 0)) filter (where ${since(from)}), 0) as debit,
  coalesce(sum(greatest(-amount, 0)) filter (where ${since(from)}), 0) as credit`;

const noSums: Sums = { opening: "0", debit: "0", credit: "0" };

const inFen = ({ opening, debit, credit }: Sums) => ({
  opening: fen(Number(opening)),
  debit: fen(Number(debit)),
  credit: fen(Number(credit)),
});

function lineOf(row: Row): StatementLine {
  const { place: key, at, day, kind, project, tender_id: tenderId, who, memo } = row;
  const money = (amount: string): Fen => fen(Number(amount));
  const sums = { debit: money(row.debit), credit: money(row.credit), balance: money(row.balance) };
  return { key, at: at ? new Date(at) : null, day, kind, project, tenderId, who, memo, ...sums };
}
