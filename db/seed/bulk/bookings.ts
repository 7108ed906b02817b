import type postgres from "postgres";
import { ZONE } from "#app/values/time.ts";
import { SEAT_PRICE, VISIT_OFFERS, VISIT_PRICE } from "./contracts.ts";
import { CAPACITY, DAYS_AHEAD, HOURS_A_DAY, type Plan, SEATS_TAKEN } from "./plan.ts";

const BATCH = 20_000;

/** Every office's sessions and bookings, some thousand at a time; `tell` hears how many bookings there are. */
export async function fillBookings(
  sql: postgres.Sql,
  plan: Plan,
  bookings: number,
  tell: (done: number) => void,
) {
  let left = bookings;
  for (let office = 1; office <= plan.offices; office += 1) {
    await insertSessions(sql, plan, office);
    for (const kind of ["visit", "seat"] as const) {
      const all = Math.min(left, kind === "visit" ? plan.visits : plan.seats);
      for (let from = 0; from < all; from += BATCH) {
        const to = Math.min(from + BATCH, all) - 1;
        const slots =
          kind === "visit" ? visits(plan, office, from, to) : seats(plan, office, from, to);
        await insertBookings(sql, kind, office, slots(sql));
        left -= to - from + 1;
        tell(bookings - left);
      }
    }
  }
}

const insertSessions = (sql: postgres.Sql, plan: Plan, office: number) => sql`
  insert into service_sessions (id, office_id, offer_id, day, period, starts_at, ends_at, capacity)
  select pg_temp.bulk_id('session', ${office}::int, s), pg_temp.bulk_id('office', ${office}::int, 0), offer,
    (starts_at at time zone ${ZONE})::date, case mod(s / ${plan.sites}::int, 2) when 0 then 'morning' else 'afternoon' end::period,
    starts_at, starts_at + interval '3 hours', ${CAPACITY}
  from (${sessionsOf(sql, plan, office)}) as session`;

/** Two sessions a day at each site. */
const sessionsOf = (sql: postgres.ISql, plan: Plan, office: number) => sql`
  select s, pg_temp.bulk_id('offer-seat', ${office}::int, (s::bigint * ${plan.contracts}::int / ${plan.sessions}::int) * 1000 + mod(s, ${plan.sites}::int)) as offer,
    pg_temp.bulk_id('contract', ${office}::int, s::bigint * ${plan.contracts}::int / ${plan.sessions}::int) as contract,
    (${firstDay(sql, plan.seatDays)} + s / (2 * ${plan.sites}::int) + time '08:30'
      + mod(s / ${plan.sites}::int, 2) * interval '5 hours') at time zone ${ZONE} as starts_at
  from generate_series(0, ${plan.sessions}::int - 1) s`;

const firstDay = (sql: postgres.ISql, days: number) => sql`
  ((now() at time zone ${ZONE})::date + ${DAYS_AHEAD - days + 1}::int)`;

type Slots = (sql: postgres.ISql) => postgres.PendingQuery<postgres.Row[]>;

/** What the bookings of each kind are about: n, resident, offer, contract, price, worker, session, starts_at, ends_at. */
const visits =
  (plan: Plan, office: number, from: number, to: number): Slots =>
  (sql) =>
    sql`
    select n, mod(n, ${plan.visited}::int) as resident,
      pg_temp.bulk_id('offer-visit', ${office}::int, contract_no * 1000 + mod(n, ${VISIT_OFFERS}::int)) as offer,
      pg_temp.bulk_id('contract', ${office}::int, contract_no) as contract, ${VISIT_PRICE}::bigint as price,
      pg_temp.bulk_id('worker', ${office}::int, mod(n, ${plan.workers}::int)) as worker, null::uuid as session,
      starts_at, starts_at + interval '1 hour' as ends_at
    from (
      select n, n * ${plan.contracts}::int / ${plan.visits}::int as contract_no,
        (${firstDay(sql, plan.visitDays)} + (n / ${plan.workers * HOURS_A_DAY}::int)::int + time '09:00'
          + mod(n / ${plan.workers}::int, ${HOURS_A_DAY}::int) * interval '1 hour') at time zone ${ZONE} as starts_at
      from generate_series(${from}::bigint, ${to}::bigint) n
    ) as placed`;

const seats =
  (plan: Plan, office: number, from: number, to: number): Slots =>
  (sql) =>
    sql`
    select n, ${plan.visited}::int + mod(n, ${plan.seated}::int) as resident, offer, contract, ${SEAT_PRICE}::bigint as price,
      null::uuid as worker, pg_temp.bulk_id('session', ${office}::int, s) as session, starts_at, starts_at + interval '3 hours' as ends_at
    from generate_series(${from}::bigint, ${to}::bigint) n
    join (${sessionsOf(sql, plan, office)}) as session on s = n / ${SEATS_TAKEN}::int`;

/** The past is mostly accepted, the last three days delivered, the future confirmed. Few came to nothing, but three in ten of the future: there is room. */
const insertBookings = (
  sql: postgres.Sql,
  kind: "visit" | "seat",
  office: number,
  slots: postgres.PendingQuery<postgres.Row[]>,
) => sql`
  insert into bookings (id, reference, office_id, community_id, resident_id, offer_id, contract_id, organization_id, mode,
    service_session_id, worker_id, during, occupied, starts_at, ends_at, state, version, price, fund_share, resident_share,
    programme_id, quota_month, booked_by, booked_at, idempotency_key, checked_in_at, checked_out_at, accepted_at, ended_at)
  select pg_temp.bulk_id(${kind}, ${office}::int, n, booked_at),
    ${`${kind === "visit" ? "V" : "S"}${office.toString(36)}-`} || n, pg_temp.bulk_id('office', ${office}::int, 0),
    pg_temp.bulk_id('community', ${office}::int, mod(resident, 4)), pg_temp.bulk_id('resident', ${office}::int, resident), offer, contract,
    pg_temp.bulk_id('organization', ${office}::int, 0), ${kind}::mode, session, worker, tstzrange(starts_at, ends_at),
    tstzrange(starts_at, ends_at), starts_at, ends_at, state, case state when 'confirmed' then 1 when 'accepted' then 4 else 2 end,
    price, price * 3 / 5, price - price * 3 / 5, pg_temp.bulk_id('programme', ${office}::int, 0),
    to_char(starts_at at time zone ${ZONE}, 'YYYY-MM'), pg_temp.bulk_id('community_worker', ${office}::int, 0), booked_at,
    pg_temp.bulk_id('form', ${office}::int, n), case when served or state = 'checked_in' then starts_at end,
    case when served then ends_at end, case when state = 'accepted' then ends_at + interval '1 hour' end,
    case when state in ('cancelled', 'no_show_resident', 'no_show_provider') then starts_at end
  from (select slot.*, state.*, state in ('delivered', 'accepted') as served,
      least(starts_at - (1 + pg_temp.chance('ahead', ${office}::int, n) / 8) * interval '1 day', now() - interval '1 hour') as booked_at
    from (${slots}) as slot, lateral (select pg_temp.chance(${kind}, ${office}::int, n) as luck) as luck, lateral (select (case
      when luck < 4 or luck < 30 and starts_at > now() then 'cancelled'
      when starts_at > now() then 'confirmed'
      when ends_at > now() then 'checked_in'
      when luck < 6 then 'no_show_resident'
      when luck < 8 then 'no_show_provider'
      when ends_at > now() - interval '3 days' + interval '1 hour' then 'delivered'
      else 'accepted' end)::booking_state as state) as state) as booked`;
