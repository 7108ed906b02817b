import type postgres from "postgres";
import { type Finding, findings } from "./finding.ts";

type Row = { where: string; what: string };

/** The fund's ledger: every movement sums to zero, and every balance is the sum of its postings and not below zero. */
export async function checkLedger(sql: postgres.ISql): Promise<Finding[]> {
  const parts = [
    movements,
    fundBalances,
    projectBalances,
    endedTenders,
    contracts,
    unowned,
    withinCeiling,
    changes,
    milestones,
  ];
  const found: Row[] = [];
  for (const check of parts) found.push(...(await check(sql)));
  return findings("ledger", found);
}

const movements = (sql: postgres.ISql) => sql<Row[]>`
  select 'fund transaction ' || t.id as where, case when count(p.id) = 0 then 'it has no postings'
    else 'its postings sum to ' || sum(p.amount) || ' fen, not to zero' end as what
  from fund_transactions t left join postings p on p.transaction_id = t.id
  group by t.id having count(p.id) = 0 or sum(p.amount) <> 0`;

const fundBalances = (sql: postgres.ISql) => sql<Row[]>`
  with summed as (select fund_id, account, sum(amount) as amount from postings group by fund_id, account)
  select 'fund ' || fund_id || ', ' || account as where, case
    when coalesce(b.amount, 0) <> coalesce(s.amount, 0)
      then 'the balance says ' || coalesce(b.amount, 0) || ' fen, its postings ' || coalesce(s.amount, 0)
    else 'it is below zero: ' || b.amount || ' fen' end as what
  from fund_balances b full join summed s using (fund_id, account)
  where coalesce(b.amount, 0) <> coalesce(s.amount, 0) or (account <> 'appropriation' and b.amount < 0)`;

const projectBalances = (sql: postgres.ISql) => sql<Row[]>`
  with summed as (select project_id, account, sum(amount) as amount from postings
    where project_id is not null group by project_id, account)
  select 'project ' || project_id || ', ' || account as where, case
    when coalesce(b.amount, 0) <> coalesce(s.amount, 0)
      then 'the balance says ' || coalesce(b.amount, 0) || ' fen, its postings ' || coalesce(s.amount, 0)
    else 'it is below zero: ' || b.amount || ' fen' end as what
  from project_balances b full join summed s using (project_id, account)
  where coalesce(b.amount, 0) <> coalesce(s.amount, 0)
    or (account not in ('appropriation', 'available') and b.amount < 0)`;

const endedTenders = (sql: postgres.ISql) => sql<Row[]>`
  select 'tender ' || t.id as where, 'it ended with ' || b.amount || ' fen still reserved' as what
  from tenders t join project_balances b on b.project_id = t.project_id and b.account = 'reserved'
  where t.status in ('contracted', 'failed', 'cancelled') and b.amount <> 0`;

/** What each contract moved: by itself, its milestones, its amendments, and what came back of its payments. */
const moved = (sql: postgres.ISql) => sql`
  entities as (
    select id, id as contract_id from contracts
    union all select id, contract_id from milestones
    union all select id, contract_id from contract_amendments
    union all select b.id, m.contract_id from claw_backs b join milestones m on m.id = b.milestone_id
  ),
  moved as (
    select t.id as transaction_id, e.contract_id, p.project_id, p.account, p.amount
    from fund_transactions t
    left join fund_transactions o on o.id = t.reverses_id
    left join entities e on e.id = coalesce(o.entity_id, t.entity_id)
    join postings p on p.transaction_id = t.id and p.account in ('committed', 'payable', 'paid')
  )`;

/** paid ≤ accepted ≤ committed ≤ the contract's value. */
const contracts = (sql: postgres.ISql) => sql<Row[]>`
  with ${moved(sql)}
  select 'contract ' || id as where, 'paid ' || paid || ', accepted ' || accepted || ', committed ' || committed
    || ', worth ' || value || ' fen: each may be at most the next' as what
  from (
    select c.id, c.value, coalesce(sum(p.amount) filter (where p.account = 'paid'), 0) as paid,
      coalesce(sum(p.amount) filter (where p.account in ('payable', 'paid')), 0) as accepted,
      coalesce(sum(p.amount), 0) as committed
    from contracts c left join moved p on p.contract_id = c.id
    where c.activated_at is not null group by c.id
  ) as money where paid > accepted or accepted > committed or committed > value`;

/** Money that is committed, owed or paid is so under a contract of its project. */
const unowned = (sql: postgres.ISql) => sql<Row[]>`
  with ${moved(sql)}
  select distinct 'fund transaction ' || m.transaction_id as where, 'it moved money that no contract of its project is for' as what
  from moved m left join contracts c on c.id = m.contract_id
  where c.project_id is distinct from m.project_id`;

/** The contracts that came into force together stay within the ceiling by which they were bought. */
const withinCeiling = (sql: postgres.ISql) => sql<Row[]>`
  select 'tender ' || c.tender_id as where, 'its contracts were signed for ' || sum(p.amount) || ' fen, its ceiling was '
    || max(held.amount) as what
  from contracts c
  join fund_transactions t on t.entity_id = c.id and t.kind = 'sign'
  join postings p on p.transaction_id = t.id and p.account = 'committed'
  join lateral (select sum(r.amount) as amount from fund_transactions u join postings r on r.transaction_id = u.id
    where r.project_id = c.project_id and r.account = 'reserved' and u.kind::text in ('publish', 'ceiling_up', 'ceiling_down', 'release')) held on true
  group by c.tender_id having sum(p.amount) > max(held.amount)`;

/** A contract is worth what it was amended to last; settled, it holds nothing more of the fund. */
const changes = (sql: postgres.ISql) => sql<Row[]>`
  select 'contract ' || c.id as where, 'it is worth ' || c.value || ' fen, its last amendment says ' || a.new_value as what
  from contracts c join contract_amendments a on a.contract_id = c.id and a.number =
    (select max(number) from contract_amendments l where l.contract_id = c.id and l.state = 'in_force')
  where a.new_value <> c.value
  union all
  select 'contract ' || c.id, 'it was settled with ' || sum(p.amount) || ' fen still committed'
  from contracts c
  join fund_transactions t on t.entity_id = c.id
    or t.entity_id in (select id from milestones where contract_id = c.id)
    or t.entity_id in (select id from contract_amendments where contract_id = c.id)
  join postings p on p.transaction_id = t.id and p.account = 'committed'
  where c.closed_at is not null group by c.id having sum(p.amount) <> 0`;

const milestones = (sql: postgres.ISql) => sql<Row[]>`
  select 'milestone ' || m.id as where, 'it says paid ' || coalesce(m.pay, 0) || ' fen, the ledger ' || coalesce(sum(p.amount), 0) as what
  from milestones m
  left join fund_transactions t on t.entity_id = m.id and t.kind = 'pay'
  left join postings p on p.transaction_id = t.id and p.account = 'paid'
  group by m.id
  having case when m.state = 'paid' then coalesce(m.pay, 0) else 0 end <> coalesce(sum(p.amount), 0)`;
