import { asc, eq } from "drizzle-orm";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { scoreChanges } from "#db/schema/score-changes.ts";

/** What members changed after all scores were in, in the order in which they did. */
export async function listScoreChanges(tenderId: Id<"tender">) {
  return await db
    .select({
      memberId: scoreChanges.memberId,
      bidId: scoreChanges.bidId,
      criterionId: scoreChanges.criterionId,
      from: scoreChanges.fromHundredths,
      to: scoreChanges.toHundredths,
      reason: scoreChanges.reason,
    })
    .from(scoreChanges)
    .where(eq(scoreChanges.tenderId, tenderId))
    .orderBy(asc(scoreChanges.at), asc(scoreChanges.id));
}
