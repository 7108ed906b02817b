import type { OfficeStaff } from "#app/domain/act.ts";
import type { Id } from "#app/values/id.ts";
import { scoresAreIn } from "./panel.ts";
import { findEvaluated, findScoring, listPanel } from "./score-queries.server.ts";

/** A member's own scores as she may change them, and whether it is time to; undefined to everybody else. */
export async function findConsensus(by: OfficeStaff, tenderId: Id<"tender">) {
  const scoring = await findScoring(by, tenderId);
  const tender = scoring && (await findEvaluated(by, tenderId));
  if (!tender) return undefined;
  const working = tender.status === "evaluating" && !tender.reportSignedAt;
  const open = working && scoresAreIn(tender.rules, await listPanel(by, tenderId));
  return { ...scoring, open };
}
