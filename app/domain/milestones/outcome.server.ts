import { sql } from "drizzle-orm";
import { payTermsOf } from "#app/domain/contracts/milestone-pay.ts";
import type { Id } from "#app/values/id.ts";
import { type Fen, fen } from "#app/values/money.ts";
import type { db, Tx } from "#db/client.server.ts";
import { calculateMilestone, type MilestoneCalculation } from "./calculation.ts";

type Claimed = { id: Id<"milestone">; cap: Fen; carried: Fen; sampleSeed: string | null };

type Counted = {
  bookings: number;
  fund: string | null;
  one: number;
  two: number;
  three: number;
  four: number;
  five: number;
  size: number;
  answered: number;
  confirmed: number;
  denied: number;
  share: number;
};

/** What the claim would pay as it stands: its confirmed bookings, their ratings, and what the sample has said so far. */
export async function outcomeOf(
  reader: Tx | typeof db,
  { id, cap, carried, sampleSeed }: Claimed,
): Promise<MilestoneCalculation> {
  const [row] = await reader.execute<Counted>(sql`
    select claim.*, sample.*, agreed.share from (
      select c.performance_share_bp as share from milestones m join contracts c on c.id = m.contract_id where m.id = ${id}
    ) as agreed, (
      select count(*)::int as bookings, sum(b.fund_share) as fund,
        (count(*) filter (where r.overall = 1))::int as one, (count(*) filter (where r.overall = 2))::int as two,
        (count(*) filter (where r.overall = 3))::int as three, (count(*) filter (where r.overall = 4))::int as four,
        (count(*) filter (where r.overall = 5))::int as five
      from bookings b left join reviews r on r.booking_id = b.id
      where b.milestone_id = ${id} and b.state in ('accepted', 'closed')
    ) as claim, (
      select count(*)::int as size, count(answered_at)::int as answered,
        (count(*) filter (where confirmed))::int as confirmed,
        (count(*) filter (where not confirmed))::int as denied
      from milestone_checks where milestone_id = ${id}
    ) as sample`);
  if (!row) throw new Error("counting answers one row");
  const { bookings, fund, one, two, three, four, five, share, ...sample } = row;
  return calculateMilestone(payTermsOf(share), {
    cap: fen(cap + carried),
    bookings,
    confirmedFund: fen(Number(fund ?? 0)),
    stars: [one, two, three, four, five],
    sample: { seed: sampleSeed ?? "", ...sample },
  });
}
