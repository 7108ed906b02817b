import type { Opening } from "#app/domain/tenders/opening-queries.server.ts";

export type OpeningStage = "early" | "first" | "second" | "few" | "done" | "over";

/** How far an opening is. */
export function openingStage(opening: Opening): OpeningStage {
  const { status, openedAt, submitted, minimumBids, turns } = opening;
  if (openedAt) return "done";
  if (status === "open") return "early";
  if (status !== "closed") return "over";
  if ((submitted ?? 0) < minimumBids) return "few";
  return turns.length === 0 ? "first" : "second";
}
