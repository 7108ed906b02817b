import type postgres from "postgres";
import { ZONE } from "#app/values/time.ts";
import { sqlClient } from "#db/client.server.ts";

/** What is counted of bookings `b`, each with its review `r` if there is one; satisfied is four or five stars. */
export const sums = sqlClient`
  count(b.id) filter (where b.state <> 'cancelled')::int as booked,
  count(b.id) filter (where b.state in ('delivered', 'accepted', 'closed'))::int as delivered,
  count(b.id) filter (where b.state = 'cancelled')::int as cancelled,
  count(r.id)::int as rated,
  count(r.id) filter (where r.overall >= 4)::int as satisfied,
  coalesce(sum(r.overall), 0)::int as rating_sum,
  coalesce(sum(b.fund_share) filter (where b.state in ('delivered', 'accepted', 'closed')), 0)::bigint as fund_share`;

const every = sqlClient`true`;

/** A row per contract, counted from the records; of all contracts unless told of which. */
export const countContracts = (which: postgres.Fragment = every) => sqlClient`
  select b.contract_id, ${sums}
  from bookings b left join reviews r on r.booking_id = b.id
  where ${which} group by b.contract_id`;

/** A row per offer, counted from the records; of all offers unless told of which. */
export const countOffers = (which: postgres.Fragment = every) => sqlClient`
  select b.offer_id, ${sums}
  from bookings b left join reviews r on r.booking_id = b.id
  where ${which} group by b.offer_id`;

/** A row per office, month of service and kind of service, counted from all records. */
export const countAllMonths = () => sqlClient`
  select b.office_id, to_char(b.starts_at at time zone ${ZONE}, 'YYYY-MM') as month, o.service_type, ${sums}
  from bookings b join offers o on o.id = b.offer_id left join reviews r on r.booking_id = b.id
  group by b.office_id, 2, o.service_type`;

/** The same for the months named: `named` yields office_id, month, service_type; a month without bookings counts zero. */
export const countMonths = (named: postgres.Fragment) => sqlClient`
  select m.office_id, m.month, m.service_type, ${sums}
  from (${named}) m
  left join bookings b on b.office_id = m.office_id
    and b.starts_at >= (m.month || '-01')::timestamp at time zone ${ZONE}
    and b.starts_at < ((m.month || '-01')::timestamp + interval '1 month') at time zone ${ZONE}
    and exists (select from offers o where o.id = b.offer_id and o.service_type = m.service_type)
  left join reviews r on r.booking_id = b.id
  group by m.office_id, m.month, m.service_type`;
