import { and, eq, sql } from "drizzle-orm";
import { findRedFlagBounds } from "#app/domain/red-flags/settings.server.ts";
import type { Id } from "#app/values/id.ts";
import type { db, Tx } from "#db/client.server.ts";
import { tenderAmendments } from "#db/schema/tender-amendments.ts";

/** Whether a tender was amended so shortly before its deadline, as it then stood, that a supervisor would look at it. */
export async function amendedLate(reader: Tx | typeof db, tenderId: Id<"tender">) {
  const { lateDays } = await findRedFlagBounds();
  const late = and(
    eq(tenderAmendments.tenderId, tenderId),
    eq(tenderAmendments.state, "approved"),
    sql`${tenderAmendments.deadlineBefore} - ${tenderAmendments.decidedAt} < make_interval(days => ${lateDays})`,
  );
  return (await reader.$count(tenderAmendments, late)) > 0;
}
