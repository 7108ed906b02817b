import { eq } from "drizzle-orm";
import type { Id } from "#app/values/id.ts";
import type { db, Tx } from "#db/client.server.ts";
import { panelDraws } from "#db/schema/panel-draws.ts";

/** The tender's lot, if experts were drawn for it. */
export async function findDraw(tx: Tx | typeof db, tenderId: Id<"tender">) {
  const [draw] = await tx
    .select({ seed: panelDraws.seed, pool: panelDraws.pool, count: panelDraws.count })
    .from(panelDraws)
    .where(eq(panelDraws.tenderId, tenderId));
  return draw;
}
