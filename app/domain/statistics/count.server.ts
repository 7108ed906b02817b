import type postgres from "postgres";
import { sqlClient } from "#db/client.server.ts";
import { countContracts, countMonths, countOffers } from "./counted.server.ts";

const BATCH = 500;

type Change = { offerId: string; contractId: string; month: string };

/**
 * Counts again what bookings and reviews have changed since the last time, from the records themselves; answers how many
 * changes it took. An act writes only that something changed, so that no two of them wait for one sum.
 */
export async function countAgain(batch = BATCH): Promise<number> {
  return await sqlClient.begin(async (sql) => {
    const [alone] = await sql<{ locked: boolean }[]>`
      select pg_try_advisory_xact_lock(hashtext('count again')) as locked`;
    if (!alone?.locked) return 0;
    const changes = await takeChanges(sql, batch);
    if (changes.length > 0) await count(sql, changes);
    return changes.length;
  });
}

const takeChanges = (sql: postgres.ISql, batch: number) => sql<Change[]>`
  delete from summary_changes where ctid = any (array(
    select ctid from summary_changes order by at limit ${batch} for update skip locked))
  returning offer_id as "offerId", contract_id as "contractId", month`;

async function count(sql: postgres.ISql, changes: readonly Change[]) {
  const contracts = distinct(changes.map(({ contractId }) => contractId));
  await keepContracts(sql, contracts);
  await keepOffers(sql, contracts);
  await keepMonths(sql, changes);
}

const distinct = (texts: readonly string[]) => [...new Set(texts)];

const keepContracts = (sql: postgres.ISql, contracts: string[]) => sql`
  insert into contract_summaries (contract_id, booked, delivered, rated, satisfied, rating_sum, fund_share)
  select contract_id, booked, delivered, rated, satisfied, rating_sum, fund_share
  from (${countContracts(under(contracts))}) as counted
  on conflict (contract_id) do update set booked = excluded.booked, delivered = excluded.delivered,
    rated = excluded.rated, satisfied = excluded.satisfied, rating_sum = excluded.rating_sum,
    fund_share = excluded.fund_share`;

/** An offer's bookings are all under its contract, by which they are found. */
const keepOffers = (sql: postgres.ISql, contracts: string[]) => sql`
  insert into offer_summaries (offer_id, delivered, rated, satisfied, rating_sum)
  select offer_id, delivered, rated, satisfied, rating_sum
  from (${countOffers(under(contracts))}) as counted
  on conflict (offer_id) do update set delivered = excluded.delivered, rated = excluded.rated,
    satisfied = excluded.satisfied, rating_sum = excluded.rating_sum`;

const under = (contracts: string[]) =>
  sqlClient`b.contract_id = any(${sqlClient.array(contracts)}::uuid[])`;

const keepMonths = (sql: postgres.ISql, changes: readonly Change[]) => sql`
  insert into month_summaries (office_id, month, service_type, booked, delivered, cancelled, rated, satisfied, fund_share)
  select office_id, month, service_type, booked, delivered, cancelled, rated, satisfied, fund_share
  from (${countMonths(monthsOf(changes))}) as counted
  on conflict (office_id, month, service_type) do update set booked = excluded.booked,
    delivered = excluded.delivered, cancelled = excluded.cancelled, rated = excluded.rated,
    satisfied = excluded.satisfied, fund_share = excluded.fund_share`;

const monthsOf = (changes: readonly Change[]) => sqlClient`
  select distinct offers.office_id, changed.month, offers.service_type
  from jsonb_to_recordset(${sqlClient.json([...changes])}) as changed("offerId" uuid, month text)
  join offers on offers.id = changed."offerId"`;
