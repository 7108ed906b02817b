import { and, eq } from "drizzle-orm";
import type { Id } from "#app/values/id.ts";
import type { db, Tx } from "#db/client.server.ts";
import { bids } from "#db/schema/bids.ts";
import type { FrozenScoreSheet } from "./score-sheet.ts";

/** The best ranked bid that has neither won nor been passed over; undefined where nobody is left. */
export async function nextRankOf(
  reader: Tx | typeof db,
  { id, scoreSheet }: { id: Id<"tender">; scoreSheet: FrozenScoreSheet | null },
) {
  const standing = await reader
    .select({ id: bids.id })
    .from(bids)
    .where(and(eq(bids.tenderId, id), eq(bids.state, "scored")));
  const ranked = scoreSheet?.bids ?? [];
  const next = ranked.find(({ bidId }) => standing.some((bid) => bid.id === bidId));
  const bidId = standing.find((bid) => bid.id === next?.bidId)?.id;
  return next && bidId && { ...next, bidId };
}
