import { z } from "zod";
import type { RedFlagBounds } from "#app/domain/red-flags/red-flag.ts";
import { percent, whole } from "./rule-numbers.server.ts";

/** The bounds of the red flags as their form sends them: numbers, days and percent. */
export const RedFlagsForm = z.object({
  bids: whole(1, 20),
  shortDays: whole(1, 90),
  lateDays: whole(1, 30),
  othersDropped: whole(1, 20),
  discountBp: percent,
  ceilingBp: percent,
  splitBp: percent,
  wins: whole(2, 100),
  winsBp: percent,
  reason: z.string().trim().min(2).max(500),
});

/** The bounds as the values of their form. */
export function boundValues(bounds: RedFlagBounds) {
  const share = (bp: number) => String(bp / 100);
  return {
    bids: String(bounds.bids),
    shortDays: String(bounds.shortDays),
    lateDays: String(bounds.lateDays),
    othersDropped: String(bounds.othersDropped),
    discountBp: share(bounds.discountBp),
    ceilingBp: share(bounds.ceilingBp),
    splitBp: share(bounds.splitBp),
    wins: String(bounds.wins),
    winsBp: share(bounds.winsBp),
  };
}
