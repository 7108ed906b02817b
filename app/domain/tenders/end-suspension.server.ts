import { and, asc, eq, isNull } from "drizzle-orm";
import type { Id } from "#app/values/id.ts";
import type { db, Tx } from "#db/client.server.ts";
import { tenderSuspensions } from "#db/schema/challenges.ts";
import type { Suspension } from "./suspension.ts";

type End = { until: Date; endedBy?: Id<"user">; endReason?: string };

/** The running suspension of a locked tender ends, if there is one. */
export async function endSuspension(tx: Tx, { id }: { id: Id<"tender"> }, end: End) {
  const running = and(eq(tenderSuspensions.tenderId, id), isNull(tenderSuspensions.until));
  await tx.update(tenderSuspensions).set(end).where(running);
}

/** Whenever the tender stood still, oldest first. */
export async function pausesOf(
  reader: Tx | typeof db,
  tenderId: Id<"tender">,
): Promise<Suspension[]> {
  return await reader
    .select({ from: tenderSuspensions.from, until: tenderSuspensions.until })
    .from(tenderSuspensions)
    .where(eq(tenderSuspensions.tenderId, tenderId))
    .orderBy(asc(tenderSuspensions.from));
}
