import { Money } from "#app/components/facts.tsx";
import { type Column, DataTable } from "#app/components/table.tsx";
import type { PublishedSheet } from "#app/domain/tenders/published-sheet.ts";
import { type Messages, useMessages } from "#app/i18n/messages.ts";
import { usePoints, useTally } from "./tally.ts";

/** The bids in order of rank, with what each total is made of. */
export function RankingTable({ sheet }: { sheet: PublishedSheet }) {
  const { columns, sheet: words, votes } = useMessages().award;
  const points = usePoints();
  const tally = useTally(sheet);
  const voted = sheet.scoring === "votes";
  const performance = sheet.criteria.some(({ kind }) => kind === "performance");
  return (
    <DataTable
      caption={words.ranking}
      rows={sheet.bids}
      rowKey={({ bidId }) => bidId}
      columns={[
        { key: "rank", label: columns.rank, deskOnly: true, cell: ({ rank }) => rank },
        {
          key: "organization",
          label: columns.organization,
          main: true,
          cell: ({ organization }) => organization,
        },
        {
          key: "price",
          label: columns.price,
          align: "end",
          cell: ({ priceFen }) => <Money fen={priceFen} />,
        },
        ...(voted ? [] : partColumns(columns, points)),
        ...(performance ? [performanceColumn(columns.performance, points)] : []),
        {
          key: "total",
          label: voted ? votes.column : columns.total,
          align: "end",
          cell: ({ total }) => tally(total),
        },
      ]}
      empty={null}
    />
  );
}

type Row = PublishedSheet["bids"][number];

function partColumns(
  columns: Messages["award"]["columns"],
  points: (hundredths: number) => string,
): Column<Row>[] {
  return [
    {
      key: "priceScore",
      label: columns.priceScore,
      align: "end",
      cell: ({ price }) => points(price),
    },
    {
      key: "quality",
      label: columns.quality,
      align: "end",
      cell: ({ qualityTotal }) => points(qualityTotal),
    },
  ];
}

function performanceColumn(label: string, points: (hundredths: number) => string) {
  return {
    key: "performance",
    label,
    align: "end" as const,
    cell: ({ performance }: Row) => points(performance?.score ?? 0),
  };
}
