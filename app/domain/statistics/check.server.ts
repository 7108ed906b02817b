import type postgres from "postgres";
import { databaseNow } from "#app/domain/clock.server.ts";
import { repairFreeTimes } from "#app/domain/services/check-free-times.server.ts";
import { dayOf, minutesOf, monthOf } from "#app/values/time.ts";
import { sqlClient } from "#db/client.server.ts";
import { countAllMonths, countContracts, countOffers } from "./counted.server.ts";

const NIGHT = { from: 3 * 60, to: 4 * 60 };

/** A summary that says something else than the records: of a month, an offer or a contract. */
export type WrongSummary = {
  kind: "month" | "offer" | "contract";
  /** The office, offer or contract. */
  id: string;
  month: string | null;
  serviceType: string | null;
};

/** Compares every summary with the records; what still waits to be counted again is left out. Reads all bookings. */
export async function findWrongSummaries(sql: postgres.ISql = sqlClient): Promise<WrongSummary[]> {
  const months = await wrongMonths(sql);
  return [...months, ...(await wrongOffers(sql)), ...(await wrongContracts(sql))];
}

/** Once a night: what differs from the records is marked to be counted again; answers how many. */
export async function checkSummariesAtNight(): Promise<number> {
  const minute = minutesOf(await databaseNow());
  if (minute < NIGHT.from || minute >= NIGHT.to) return 0;
  return (await repairSummaries()) + (await repairFreeTimes());
}

/** Marks every wrong summary to be counted again; answers how many there were. */
export async function repairSummaries(): Promise<number> {
  const wrong = await findWrongSummaries();
  if (wrong.length === 0) return 0;
  const month = monthOf(dayOf(await databaseNow()));
  await sqlClient`
    insert into summary_changes (offer_id, contract_id, month, at)
    select distinct o.id, o.contract_id, coalesce(wrong.month, ${month}), clock_now()
    from jsonb_to_recordset(${sqlClient.json(wrong)})
      as wrong(kind text, id uuid, month text, "serviceType" text)
    join offers o on case wrong.kind when 'offer' then o.id = wrong.id
      when 'contract' then o.contract_id = wrong.id
      else o.office_id = wrong.id and o.service_type = wrong."serviceType" end`;
  return wrong.length;
}

const wrongMonths = (sql: postgres.ISql) => sql<WrongSummary[]>`
  select 'month' as kind, coalesce(c.office_id, s.office_id) as id, coalesce(c.month, s.month) as month,
    coalesce(c.service_type, s.service_type) as "serviceType"
  from (${countAllMonths()}) c full join month_summaries s using (office_id, month, service_type)
  where (coalesce(c.booked, 0), coalesce(c.delivered, 0), coalesce(c.cancelled, 0), coalesce(c.rated, 0),
      coalesce(c.satisfied, 0), coalesce(c.fund_share, 0))
    is distinct from (coalesce(s.booked, 0), coalesce(s.delivered, 0), coalesce(s.cancelled, 0),
      coalesce(s.rated, 0), coalesce(s.satisfied, 0), coalesce(s.fund_share, 0))
    and not exists (select from summary_changes w join offers o on o.id = w.offer_id
      where w.month = coalesce(c.month, s.month) and o.office_id = coalesce(c.office_id, s.office_id)
        and o.service_type = coalesce(c.service_type, s.service_type))`;

const wrongOffers = (sql: postgres.ISql) => sql<WrongSummary[]>`
  select 'offer' as kind, coalesce(c.offer_id, s.offer_id) as id, null as month, null as "serviceType"
  from (${countOffers()}) c full join offer_summaries s using (offer_id)
  where (coalesce(c.delivered, 0), coalesce(c.rated, 0), coalesce(c.satisfied, 0), coalesce(c.rating_sum, 0))
    is distinct from (coalesce(s.delivered, 0), coalesce(s.rated, 0), coalesce(s.satisfied, 0), coalesce(s.rating_sum, 0))
    and not exists (select from summary_changes w join offers o on o.contract_id = w.contract_id
      where o.id = coalesce(c.offer_id, s.offer_id))`;

const wrongContracts = (sql: postgres.ISql) => sql<WrongSummary[]>`
  select 'contract' as kind, coalesce(c.contract_id, s.contract_id) as id, null as month, null as "serviceType"
  from (${countContracts()}) c full join contract_summaries s using (contract_id)
  where (coalesce(c.booked, 0), coalesce(c.delivered, 0), coalesce(c.rated, 0), coalesce(c.satisfied, 0),
      coalesce(c.rating_sum, 0), coalesce(c.fund_share, 0))
    is distinct from (coalesce(s.booked, 0), coalesce(s.delivered, 0), coalesce(s.rated, 0),
      coalesce(s.satisfied, 0), coalesce(s.rating_sum, 0), coalesce(s.fund_share, 0))
    and not exists (select from summary_changes w where w.contract_id = coalesce(c.contract_id, s.contract_id))`;
