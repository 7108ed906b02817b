import type { PublishedSheet } from "#app/domain/tenders/published-sheet.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";

/** Hundredths of a point as they are written: 87.75. */
export function usePoints(): (hundredths: number) => string {
  const format = useFormat();
  return (hundredths) => format.decimal(hundredths / 100, 2);
}

type Scored = Pick<PublishedSheet, "scoring"> & { panel: readonly unknown[] };

/** A bid's total in the words of its scoring: points, or how many of the council voted for it. */
export function useTally({ scoring, panel }: Scored): (total: number) => string {
  const { votes } = useMessages().award;
  const format = useFormat();
  const points = usePoints();
  if (scoring === "points") return points;
  const all = panel.length;
  return (total) =>
    votes.tally(format.number(Math.round((total * all) / 10_000)), format.number(all));
}

/** The same in a sentence, which says what it is. */
export function useTotal(sheet: Scored): (total: number) => string {
  const { totalOf } = useMessages().award;
  const tally = useTally(sheet);
  return sheet.scoring === "points" ? (total) => totalOf(tally(total)) : tally;
}

/** One score of a member: points, or yes and no. */
export function useScore(scoring: PublishedSheet["scoring"]): (hundredths: number) => string {
  const { scoring: words } = useMessages().award;
  const points = usePoints();
  if (scoring === "points") return points;
  return (hundredths) => (hundredths > 0 ? words.yes : words.no);
}
