import type postgres from "postgres";
import { type Finding, findings } from "./finding.ts";

type Row = { where: string; what: string };

/** What stands beside the ledger (reversals, year ends, task money, claw-backs, the bank's orders) against the ledger itself. */
export async function checkFundRecords(sql: postgres.ISql): Promise<Finding[]> {
  const parts = [perFund, reversals, yearEnds, closedFunds, tasks, clawBacks, orders, orderedTwice];
  const found: Row[] = [];
  for (const check of parts) found.push(...(await check(sql)));
  return findings("ledger", found);
}

/** Every fund of a movement sums to zero by itself. */
const perFund = (sql: postgres.ISql) => sql<Row[]>`
  select 'fund transaction ' || transaction_id as where, 'in fund ' || fund_id || ' it sums to ' || sum(amount) || ' fen' as what
  from postings group by transaction_id, fund_id having sum(amount) <> 0`;

const reversals = (sql: postgres.ISql) => sql<Row[]>`
  select distinct 'fund transaction ' || r.id as where, 'it is not the mirror of ' || r.reverses_id as what
  from fund_transactions r
  join lateral (select from postings p where p.transaction_id in (r.id, r.reverses_id)
    group by p.fund_id, p.account, p.project_id having sum(p.amount) <> 0) uneven on true
  where r.reverses_id is not null
  union all
  select 'fund transaction ' || r.id, 'the same person wrote it and what it reverses'
  from fund_transactions r join fund_transactions o on o.id = r.reverses_id where o.by_user_id = r.by_user_id`;

const yearEnds = (sql: postgres.ISql) => sql<Row[]>`
  select 'year end ' || y.id as where, 'it says ' || coalesce(y.amount, 0) || ' fen left the fund, the ledger ' || coalesce(sum(-p.amount), 0) as what
  from year_ends y
  left join fund_transactions t on t.entity_id = y.id and t.kind::text in ('year_end', 'carry_over')
  left join postings p on p.transaction_id = t.id and p.fund_id = y.fund_id and p.account = 'available'
  group by y.id having coalesce(y.amount, 0) <> coalesce(sum(-p.amount), 0)`;

const closedFunds = (sql: postgres.ISql) => sql<Row[]>`
  select 'fund ' || f.id as where, 'it was closed, and took ' || t.kind || ' later' as what
  from funds f join fund_transactions t on f.id in (t.fund_id, t.to_fund_id) and t.at > f.closed_at
  where t.kind::text in ('allocate', 'allocate_task', 'publish', 'ceiling_up', 'transfer', 'reverse') or t.to_fund_id = f.id`;

const tasks = (sql: postgres.ISql) => sql<Row[]>`
  select 'fund task ' || k.id as where, 'it says ' || k.amount || ' fen arrived, the ledger ' || coalesce(sum(p.amount), 0) as what
  from fund_tasks k
  left join fund_transactions t on t.entity_id = k.id and t.kind::text = 'allocate_task'
  left join postings p on p.transaction_id = t.id and p.account = 'available'
  group by k.id having k.amount <> coalesce(sum(p.amount), 0)`;

const clawBacks = (sql: postgres.ISql) => sql<Row[]>`
  select 'claw-back ' || c.id as where, 'it says ' || c.amount || ' fen came back, the ledger ' || coalesce(sum(p.amount), 0) as what
  from claw_backs c
  left join fund_transactions t on t.entity_id = c.id and t.kind = 'claw_back'
  left join postings p on p.transaction_id = t.id and p.account = 'available'
  group by c.id having c.amount <> coalesce(sum(p.amount), 0)`;

const orders = (sql: postgres.ISql) => sql<Row[]>`
  select 'payment order ' || o.id as where, 'the bank was told ' || o.amount || ' fen and it is ' || o.state || '; its milestone is '
    || m.state || ' at ' || coalesce(m.pay, 0) as what
  from payment_orders o join milestones m on m.id = o.milestone_id
  where o.amount is distinct from m.pay or (o.state = 'paid' and m.state <> 'paid') or (o.state = 'sent' and m.state <> 'accepted')`;

const orderedTwice = (sql: postgres.ISql) => sql<Row[]>`
  select 'milestone ' || milestone_id as where, count(*) || ' live orders pay it' as what
  from payment_orders where state in ('sent', 'paid') group by milestone_id having count(*) > 1`;
