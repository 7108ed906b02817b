import { sql } from "drizzle-orm";
import type { Id } from "#app/values/id.ts";
import { ZONE } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import type { TimeToPay } from "./contract-figures.ts";

/** How long milestones waited for their money in the last year: everywhere, or at the office of a contract. */
export async function findTimeToPay(contractId?: Id<"contract">): Promise<TimeToPay> {
  const ofOffice = contractId
    ? sql`c.office_id = (select office_id from contracts where id = ${contractId})`
    : sql`true`;
  const [row] = await db.execute<{ n: number; median: number | null }>(sql`
    select count(*)::int as n, percentile_cont(0.5) within group (
      order by (m.paid_at at time zone ${ZONE})::date - (m.accepted_at at time zone ${ZONE})::date) as median
    from milestones m join contracts c on c.id = m.contract_id
    where m.state = 'paid' and m.paid_at > clock_now() - interval '1 year' and ${ofOffice}`);
  return row ?? { n: 0, median: null };
}
