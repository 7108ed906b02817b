import { and, asc, avg, eq, inArray, isNotNull, lt, sql } from "drizzle-orm";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { criteria, scores } from "#db/schema/tenders.ts";

/** The bids that not more than half of the members voted for; exact, whatever the size of the council. */
export async function listVotedDown(
  tx: Tx,
  tenderId: Id<"tender">,
  memberIds: Id<"user">[],
): Promise<Id<"bid">[]> {
  if (memberIds.length === 0) return [];
  const rows = await tx
    .select({ bidId: scores.bidId })
    .from(scores)
    .where(and(eq(scores.tenderId, tenderId), inArray(scores.memberId, memberIds)))
    .groupBy(scores.bidId)
    .having(sql`count(*) filter (where ${scores.hundredths} > 0) * 2 <= count(*)`);
  return rows.map(({ bidId }) => bidId);
}

/** Bids with the first criterion for which the members' mean is below its minimum, each bid once. */
export async function listBelowMinimum(
  tx: Tx,
  tenderId: Id<"tender">,
  memberIds: Id<"user">[],
): Promise<{ bidId: Id<"bid">; criterion: string }[]> {
  if (memberIds.length === 0) return [];
  const mean = avg(scores.hundredths);
  const rows = await tx
    .select({ bidId: scores.bidId, criterion: criteria.name, position: criteria.position })
    .from(scores)
    .innerJoin(criteria, eq(criteria.id, scores.criterionId))
    .where(
      and(
        eq(scores.tenderId, tenderId),
        inArray(scores.memberId, memberIds),
        isNotNull(criteria.minimum),
      ),
    )
    .groupBy(scores.bidId, criteria.id)
    .having(lt(sql`round(${mean})`, sql`${criteria.minimum} * 100`))
    .orderBy(asc(criteria.position));
  const first = new Map(rows.map((row) => [row.bidId, row.criterion] as const).reverse());
  return [...first].map(([bidId, criterion]) => ({ bidId, criterion }));
}
