import type postgres from "postgres";
import { sealEvents } from "#app/domain/audit/seal.server.ts";
import { countFreeTimes } from "#app/domain/services/count-free-times.server.ts";
import {
  countAllMonths,
  countContracts,
  countOffers,
} from "#app/domain/statistics/counted.server.ts";
import type { Plan } from "./plan.ts";

const EVENTS_OF_DAYS = 60;
const SEALED_AT_ONCE = 5_000;

/** What follows from the bookings: reviews, co-payments, counters and summaries. */
export async function fillFollowUps(sql: postgres.Sql, { offices }: Plan) {
  for (let office = 1; office <= offices; office += 1) {
    await insertReviews(sql, office);
    await insertCopayments(sql, office);
    await countSeats(sql, office);
    await countMoney(sql, office);
  }
  await countSummaries(sql);
  while ((await countFreeTimes()) > 0);
}

/** Three of ten accepted bookings are rated. */
const insertReviews = (sql: postgres.Sql, office: number) => sql`
  insert into reviews (id, booking_id, office_id, offer_id, organization_id, resident_id, overall, at)
  select pg_temp.bulk_id('review', ${office}::int, row_number() over (order by id), accepted_at), id, office_id, offer_id,
    organization_id, resident_id, (array[5, 5, 5, 5, 5, 5, 4, 4, 3, 2])[luck % 10 + 1], accepted_at + interval '1 hour'
  from bookings, lateral (select (hashtextextended(id::text, 7) & 1023)::int as luck) as luck
  where office_id = ${of(sql, office)} and state = 'accepted' and luck < 307`;

/** Taken at the service point, for the bookings that can still be claimed. */
const insertCopayments = (sql: postgres.Sql, office: number) => sql`
  insert into copayments (id, booking_id, amount, method, recorded_by, recorded_at)
  select pg_temp.bulk_id('copayment', ${office}::int, row_number() over (order by id), checked_out_at), id, resident_share, 'cash',
    booked_by, checked_out_at
  from bookings where office_id = ${of(sql, office)} and state = 'accepted' and resident_share > 0
    and starts_at > now() - ${EVENTS_OF_DAYS}::int * interval '1 day'`;

const countSeats = (sql: postgres.Sql, office: number) => sql`
  update service_sessions session set taken = held.taken
  from (select service_session_id, count(*) as taken from bookings
    where office_id = ${of(sql, office)} and service_session_id is not null and state in ('confirmed', 'checked_in')
    group by service_session_id) as held
  where session.id = held.service_session_id`;

async function countMoney(sql: postgres.Sql, office: number) {
  const reserved = sql`coalesce(sum(fund_share) filter (where state in ('confirmed', 'checked_in', 'delivered', 'disputed')), 0)`;
  const used = sql`coalesce(sum(fund_share) filter (where state in ('accepted', 'closed')), 0)`;
  await sql`
    insert into contract_counters (contract_id, fund_limit, fund_reserved, fund_used)
    select c.id, c.value, ${reserved}, ${used} from contracts c left join bookings b on b.contract_id = c.id
    where c.office_id = ${of(sql, office)} group by c.id`;
  await sql`
    insert into personal_quotas (resident_id, programme_id, month, quota, reserved, used)
    select b.resident_id, b.programme_id, b.quota_month, 40000, ${reserved}, ${used} from bookings b
    where b.office_id = ${of(sql, office)} and b.programme_id is not null group by 1, 2, 3`;
}

const of = (sql: postgres.ISql, office: number) =>
  sql`pg_temp.bulk_id('office', ${office}::int, 0)`;

async function countSummaries(sql: postgres.Sql) {
  await sql`
    insert into month_summaries (office_id, month, service_type, booked, delivered, cancelled, rated, satisfied, fund_share)
    select office_id, month, service_type, booked, delivered, cancelled, rated, satisfied, fund_share
    from (${countAllMonths()}) as counted on conflict do nothing`;
  await sql`
    insert into offer_summaries (offer_id, delivered, rated, satisfied, rating_sum)
    select offer_id, delivered, rated, satisfied, rating_sum from (${countOffers()}) as counted on conflict do nothing`;
  await sql`
    insert into contract_summaries (contract_id, booked, delivered, rated, satisfied, rating_sum, fund_share)
    select contract_id, booked, delivered, rated, satisfied, rating_sum, fund_share
    from (${countContracts()}) as counted on conflict do nothing`;
}

/** The log's last sixty days, sealed into the offices' chains; `tell` hears how many of how many. */
export async function fillEvents(
  sql: postgres.Sql,
  { offices }: Plan,
  tell: (done: number, of: number) => void,
) {
  for (let office = 1; office <= offices; office += 1) {
    await sql`
      insert into events (id, office_id, name, detail, by_user_id, by_role, at)
      select pg_temp.bulk_id('event', ${office}::int, row_number() over (order by id), booked_at), office_id, 'booking.confirmed',
        jsonb_build_object('bookingId', id, 'residentId', resident_id), booked_by, 'resident', booked_at
      from bookings where office_id = ${of(sql, office)} and booked_at > now() - ${EVENTS_OF_DAYS}::int * interval '1 day'`;
  }
  const [waiting] = await sql<
    { events: number }[]
  >`select count(*)::int as events from unsealed_events`;
  let sealed = 0;
  for (let more = 1; more > 0; sealed += more) {
    tell(Math.min(sealed, waiting?.events ?? 0), waiting?.events ?? 0);
    more = await sealEvents(SEALED_AT_ONCE);
  }
}
