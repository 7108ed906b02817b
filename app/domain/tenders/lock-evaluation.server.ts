import { asc, eq } from "drizzle-orm";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { panelMembers } from "#db/schema/tenders.ts";
import { lockTender, refuseSuspended } from "./lock.server.ts";

export type PanelRow = typeof panelMembers.$inferSelect;

/** The office's tender while its panel works, locked, with the panel; refused once the report is signed. */
export async function lockEvaluation(tx: Tx, officeId: Id<"office">, tenderId: Id<"tender">) {
  const tender = await lockTender(tx, officeId, tenderId);
  const working = tender.status === "evaluating" && !tender.reportSignedAt;
  if (!working) throw new Refusal("lifecycle.not_now");
  refuseSuspended(tender);
  return { tender, panel: await listPanelRows(tx, tenderId) };
}

/** Everybody who was ever named and not replaced, the barred included, in a lasting order. */
export async function listPanelRows(tx: Tx, tenderId: Id<"tender">): Promise<PanelRow[]> {
  return await tx
    .select()
    .from(panelMembers)
    .where(eq(panelMembers.tenderId, tenderId))
    .orderBy(asc(panelMembers.userId));
}

/** The member's own place on the panel; to anybody else the panel does not exist. */
export function placeOn(panel: readonly PanelRow[], userId: Id<"user">): PanelRow {
  const own = panel.find((member) => member.userId === userId);
  if (!own) throw new Refusal("not_found");
  return own;
}

/** The same for somebody who may judge: she has declared that she has no conflict. */
export function seatOn(panel: readonly PanelRow[], userId: Id<"user">): PanelRow {
  const own = placeOn(panel, userId);
  if (own.conflict === null) throw new Refusal("panel.declare_first");
  if (own.conflict) throw new Refusal("panel.barred");
  return own;
}

/** The same for the one who leads the panel. */
export function chairOn(panel: readonly PanelRow[], userId: Id<"user">): PanelRow {
  const own = seatOn(panel, userId);
  if (!own.chair) throw new Refusal("panel.not_chair");
  return own;
}
