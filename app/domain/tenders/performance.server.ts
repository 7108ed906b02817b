import { and, count, gt, inArray, sql } from "drizzle-orm";
import type { Id } from "#app/values/id.ts";
import type { db, Tx } from "#db/client.server.ts";
import { reviews } from "#db/schema/bookings.ts";
import type { PerformanceRecord } from "./score-formulas.ts";

/** How each organization was rated on the whole platform in the 24 months before `at`. */
export async function readPerformance(
  tx: Tx | typeof db,
  organizationIds: Id<"organization">[],
  at: Date,
): Promise<(organizationId: Id<"organization">) => PerformanceRecord> {
  const since = sql`${at.toISOString()}::timestamptz - interval '24 months'`;
  const rows = await tx
    .select({
      organizationId: reviews.organizationId,
      mean: sql<number>`round(avg(${reviews.overall}) * 100)::int`,
      n: count(),
    })
    .from(reviews)
    .where(and(inArray(reviews.organizationId, organizationIds), gt(reviews.at, since)))
    .groupBy(reviews.organizationId);
  const found = new Map(rows.map(({ organizationId, mean, n }) => [organizationId, { mean, n }]));
  return (organizationId) => found.get(organizationId) ?? { mean: null, n: 0 };
}
