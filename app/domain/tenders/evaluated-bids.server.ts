import { and, asc, eq, inArray } from "drizzle-orm";
import type { Id } from "#app/values/id.ts";
import type { Fen } from "#app/values/money.ts";
import type { db, Tx } from "#db/client.server.ts";
import { bids } from "#db/schema/bids.ts";
import { projects } from "#db/schema/projects.ts";
import { isResponsive } from "./score-sheet.ts";

/** The bids that were opened and not disqualified, with the ceiling, and of these the ones that can win. */
export async function listEvaluatedBids(
  tx: Tx | typeof db,
  tender: { id: Id<"tender">; projectId: Id<"project"> },
) {
  const opened = await tx
    .select()
    .from(bids)
    .where(and(eq(bids.tenderId, tender.id), inArray(bids.state, ["opened", "scored"])))
    .orderBy(asc(bids.submittedAt), asc(bids.id));
  const ceiling = await findCeiling(tx, tender.projectId);
  const responsive = opened.flatMap((bid) =>
    isResponsive(bid, ceiling) ? [{ ...bid, priceFen: bid.price, bidId: bid.id }] : [],
  );
  return { opened, ceiling, responsive };
}

/** The most that the project may cost; a published tender always has it. */
export async function findCeiling(tx: Tx | typeof db, projectId: Id<"project">): Promise<Fen> {
  const [project] = await tx
    .select({ ceiling: projects.ceiling })
    .from(projects)
    .where(eq(projects.id, projectId));
  if (!project?.ceiling) throw new Error(`project ${projectId} has no ceiling`);
  return project.ceiling;
}
