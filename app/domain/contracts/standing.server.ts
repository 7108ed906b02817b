import { sql } from "drizzle-orm";
import type { Id } from "#app/values/id.ts";
import type { db, Tx } from "#db/client.server.ts";
import type { ContractStanding } from "./close.ts";

/** What is still on its way under a contract, counted now. */
export async function standingOf(
  reader: Tx | typeof db,
  contractId: Id<"contract">,
): Promise<ContractStanding> {
  const [row] = await reader.execute<ContractStanding>(sql`
    select claims.*, served."openBookings",
      case when claims.scheduled > 0 then served.waiting else 0 end as unclaimed
    from (
      select (count(*) filter (where state in ('claimed', 'accepted')))::int as "openClaims",
        (count(*) filter (where state = 'scheduled'))::int as scheduled
      from milestones where contract_id = ${contractId}
    ) as claims, (
      select (count(*) filter (where state in ('confirmed', 'checked_in', 'delivered', 'disputed')))::int as "openBookings",
        (count(*) filter (where state = 'accepted' and milestone_id is null and fund_share > 0))::int as waiting
      from bookings where contract_id = ${contractId}
    ) as served`);
  if (!row) throw new Error("counting answers one row");
  return row;
}
