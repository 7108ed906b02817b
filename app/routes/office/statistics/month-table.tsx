import { Money } from "#app/components/facts.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { DataTable } from "#app/components/table.tsx";
import type { MonthSums } from "#app/domain/statistics/month.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";

type Row = MonthSums & { month: string };

/** Months in which something was booked, newest first. */
export function MonthTable({ months }: { months: readonly Row[] }) {
  const { table: words } = useMessages().statistics;
  const { month, number } = useFormat();
  const counted = (key: "booked" | "delivered" | "cancelled" | "rated" | "satisfied") => ({
    key,
    label: words[key],
    align: "end" as const,
    cell: (row: Row) => number(row[key]),
  });
  return (
    <DataTable
      caption={words.title}
      rows={[...months].reverse().filter(({ booked, cancelled }) => booked + cancelled > 0)}
      rowKey={(row) => row.month}
      columns={[
        { key: "month", label: words.month, main: true, cell: (row) => month(row.month) },
        counted("booked"),
        counted("delivered"),
        counted("cancelled"),
        counted("rated"),
        counted("satisfied"),
        {
          key: "fundShare",
          label: words.fundShare,
          align: "end",
          cell: (row) => <Money fen={row.fundShare} />,
        },
      ]}
      empty={<EmptyState>{words.empty}</EmptyState>}
    />
  );
}
