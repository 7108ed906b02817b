import type postgres from "postgres";
import { holdingStates } from "#app/domain/bookings/booking.ts";
import { type Finding, findings } from "./finding.ts";

type Row = { where: string; what: string };

/** What is counted beside the bookings (seats, contracts' money, personal quotas) against the bookings themselves. */
export async function checkCounters(sql: postgres.ISql): Promise<Finding[]> {
  const found = [...(await seats(sql)), ...(await contracts(sql)), ...(await quotas(sql))];
  return findings("counter", [...found, ...(await doubles(sql))]);
}

const seats = (sql: postgres.ISql) => sql<Row[]>`
  select 'session ' || s.id as where, s.taken || ' seats of ' || s.capacity || ' are counted as taken, '
    || count(b.id) || ' are booked' as what
  from service_sessions s
  left join bookings b on b.service_session_id = s.id and b.state = any(${[...holdingStates]}::booking_state[])
  group by s.id having s.taken <> count(b.id) or s.taken > s.capacity`;

const reserved = (sql: postgres.ISql) => sql`
  coalesce(sum(b.fund_share) filter (where b.state in ('confirmed', 'checked_in', 'delivered', 'disputed')), 0)`;
const used = (sql: postgres.ISql) => sql`
  coalesce(sum(b.fund_share) filter (where b.state in ('accepted', 'closed')), 0)`;

const contracts = (sql: postgres.ISql) => sql<Row[]>`
  select 'contract ' || c.contract_id as where, 'counted: reserved ' || c.fund_reserved || ', used ' || c.fund_used
    || ' fen of ' || c.fund_limit || '; booked: ' || ${reserved(sql)} || ', ' || ${used(sql)} as what
  from contract_counters c join contracts signed on signed.id = c.contract_id
  left join bookings b on b.contract_id = c.contract_id
  group by c.contract_id, signed.id
  having (signed.status = 'active' and c.fund_limit <> signed.value) or c.fund_reserved <> ${reserved(sql)} or c.fund_used <> ${used(sql)} or c.fund_reserved + c.fund_used > c.fund_limit`;

const quotas = (sql: postgres.ISql) => sql<Row[]>`
  with booked as (
    select b.resident_id, b.programme_id, b.quota_month as month, ${reserved(sql)} as reserved, ${used(sql)} as used
    from bookings b where b.programme_id is not null group by b.resident_id, b.programme_id, b.quota_month
  )
  select 'quota of resident ' || resident_id || ', programme ' || programme_id || ', ' || month as where,
    'counted: reserved ' || coalesce(q.reserved, 0) || ', used ' || coalesce(q.used, 0) || ' fen of ' || coalesce(q.quota, 0)
    || '; booked: ' || coalesce(b.reserved, 0) || ', ' || coalesce(b.used, 0) as what
  from personal_quotas q full join booked b using (resident_id, programme_id, month)
  where coalesce(q.reserved, 0) <> coalesce(b.reserved, 0) or coalesce(q.used, 0) <> coalesce(b.used, 0)
    or q.reserved + q.used > q.quota`;

const doubles = (sql: postgres.ISql) => sql<Row[]>`
  with held as (
    select id, worker_id, occupied, lag(id) over earlier as before, lag(occupied) over earlier as previous
    from bookings where worker_id is not null and state = any(${[...holdingStates]}::booking_state[])
    window earlier as (partition by worker_id order by lower(occupied))
  )
  select 'booking ' || id as where, 'its worker is at booking ' || before || ' at the same time' as what
  from held where occupied && previous`;
