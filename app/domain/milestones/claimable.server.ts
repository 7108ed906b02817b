import { sql } from "drizzle-orm";
import type { Id } from "#app/values/id.ts";
import { type Fen, fen } from "#app/values/money.ts";
import type { db, Tx } from "#db/client.server.ts";
import type { Served } from "./sample.ts";

type Wanted = { id: Id<"milestone">; contractId: Id<"contract">; cap: Fen; carried: Fen };

/**
 * What a claim of the milestone would take: accepted bookings of the contract that no claim holds, with nothing left to
 * pay by the resident, in the order of their acceptance and up to the cap with what was carried on to it. What exceeds it waits for the next milestone.
 */
const claimable = ({ contractId, cap, carried }: Wanted) => sql`
  select id, resident_id, fund_share from (
    select b.id, b.resident_id, b.fund_share, sum(b.fund_share) over (order by b.accepted_at, b.id) as so_far
    from bookings b left join copayments c on c.booking_id = b.id
    where b.contract_id = ${contractId} and b.state = 'accepted' and b.milestone_id is null
      and (b.resident_share = 0 or c.id is not null)
  ) as ready where so_far <= ${cap + carried}`;

/** How many bookings a claim would take now, and how much of the fund they are. */
export async function countClaimable(reader: Tx | typeof db, wanted: Wanted) {
  const [row] = await reader.execute<{ bookings: number; fund: string | null }>(
    sql`select count(*)::int as bookings, sum(fund_share) as fund from (${claimable(wanted)}) as taken`,
  );
  return { bookings: row?.bookings ?? 0, fund: fen(Number(row?.fund ?? 0)) };
}

/** Puts them into the claim, and answers who was served; the fund's part is the sum of theirs. */
export async function takeClaimable(tx: Tx, wanted: Wanted) {
  const rows = await tx.execute<{
    booking_id: Id<"booking">;
    resident_id: Id<"resident">;
    fund_share: string;
  }>(sql`
    update bookings set milestone_id = ${wanted.id} from (${claimable(wanted)}) as taken
    where bookings.id = taken.id and bookings.state = 'accepted' and bookings.milestone_id is null
    returning bookings.id as booking_id, bookings.resident_id, bookings.fund_share`);
  const served: Served[] = rows.map((row) => ({
    bookingId: row.booking_id,
    residentId: row.resident_id,
  }));
  return { served, fund: fen(rows.reduce((sum, row) => sum + Number(row.fund_share), 0)) };
}
