import type { ReactNode } from "react";
import { type Column, DataTable } from "#app/components/table.tsx";
import type { PublishedSheet } from "#app/domain/tenders/published-sheet.ts";
import { ENOUGH_RATINGS } from "#app/domain/tenders/score-formulas.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { usePoints, useScore, useTally } from "./tally.ts";

type Sheet = Pick<PublishedSheet, "criteria" | "scoring" | "panel"> & {
  lowestPriceFen?: PublishedSheet["lowestPriceFen"];
};
type Bid = PublishedSheet["bids"][number];
type Line = { id: string; name: string; weight: number; how: ReactNode; score: number };

/** One bid's score for each criterion and how it came about; without a lowest price the price's formula is left out. */
export function BidScores({ caption, sheet, bid }: { caption: string; sheet: Sheet; bid: Bid }) {
  const { columns, votes } = useMessages().award;
  const points = usePoints();
  const tally = useTally(sheet);
  const voted = sheet.scoring === "votes";
  const lines = useLines(sheet, bid);
  return (
    <DataTable
      caption={caption}
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        { key: "criterion", label: columns.criterion, main: true, cell: ({ name }) => name },
        ...(voted ? [] : [weightColumn(columns.weight)]),
        { key: "how", label: voted ? votes.each : columns.how, cell: ({ how }) => how },
        {
          key: "score",
          label: voted ? votes.column : columns.score,
          align: "end",
          cell: ({ score }) => (voted ? tally(score) : points(score)),
        },
      ]}
      empty={null}
    />
  );
}

const weightColumn = (label: string): Column<Line> => ({
  key: "weight",
  label,
  align: "end",
  cell: ({ weight }) => weight,
});

function useLines(sheet: Sheet, bid: Bid): Line[] {
  const how = useHow(sheet, bid);
  return sheet.criteria.map(({ id, kind, name, weight }) => {
    if (kind === "price") return { id, name, weight, how: how.price(weight), score: bid.price };
    if (kind === "performance") {
      return { id, name, weight, how: how.performance(), score: bid.performance?.score ?? 0 };
    }
    const given = bid.quality.find(({ criterionId }) => criterionId === id);
    return { id, name, weight, how: how.quality(given?.scores ?? []), score: given?.mean ?? 0 };
  });
}

function useHow({ lowestPriceFen, scoring }: Sheet, bid: Bid) {
  const { sheet: words } = useMessages().award;
  const format = useFormat();
  const score = useScore(scoring);
  return {
    price: (weight: number) =>
      lowestPriceFen === undefined
        ? format.money(bid.priceFen)
        : words.priceHow(
            format.money(lowestPriceFen),
            format.money(bid.priceFen),
            format.number(weight),
          ),
    quality: (scores: number[]) => {
      const given = scores.map(score).join(" · ");
      return scoring === "votes" ? given : words.given(given);
    },
    performance: () => {
      const { mean, n } = bid.performance ?? { mean: null, n: 0 };
      const reviews = format.count(n, "review");
      return mean !== null && n >= ENOUGH_RATINGS
        ? words.performanceHow(format.decimal(mean / 100, 2), reviews)
        : words.performanceFew(reviews);
    },
  };
}
