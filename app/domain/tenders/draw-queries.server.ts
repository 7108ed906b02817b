import type { OfficeStaff } from "#app/domain/act.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { drawnFrom } from "./draw.ts";
import { findDraw } from "./find-draw.server.ts";
import { findPanelToName } from "./report-queries.server.ts";
import { listPanel } from "./score-queries.server.ts";

/** Whom the officer may draw from, and, once drawn, who it is to be. */
export async function findExpertDraw(by: OfficeStaff, tenderId: Id<"tender">) {
  const naming = await findPanelToName(by, tenderId);
  if (!naming) return undefined;
  const draw = await findDraw(db, tenderId);
  if (!draw) return { ...naming, draw: null };
  const panel = await listPanel(by, tenderId);
  const barred = panel.filter(({ conflict }) => conflict).map(({ userId }) => userId);
  const drawn = await drawnFrom(draw, barred);
  const nameOf = (id: string) => naming.people.find(({ userId }) => userId === id)?.name ?? "";
  return { ...naming, draw: { ...draw, drawn: drawn.map(nameOf) } };
}
