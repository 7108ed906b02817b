import { Money } from "#app/components/facts.tsx";
import { DataTable } from "#app/components/table.tsx";
import type { PublishedSheet } from "#app/domain/tenders/published-sheet.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";

/** Hundredths of a point as they are written: 87.75. */
export function usePoints(): (hundredths: number) => string {
  const format = useFormat();
  return (hundredths) => format.decimal(hundredths / 100, 2);
}

/** The bids in order of rank, with what each total is made of. */
export function RankingTable({ sheet }: { sheet: PublishedSheet }) {
  const { columns, sheet: words } = useMessages().award;
  const points = usePoints();
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
        ...(performance ? [performanceColumn(columns.performance, points)] : []),
        { key: "total", label: columns.total, align: "end", cell: ({ total }) => points(total) },
      ]}
      empty={null}
    />
  );
}

function performanceColumn(label: string, points: (hundredths: number) => string) {
  return {
    key: "performance",
    label,
    align: "end" as const,
    cell: ({ performance }: PublishedSheet["bids"][number]) => points(performance?.score ?? 0),
  };
}
