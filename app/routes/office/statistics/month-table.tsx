import { Money } from "#app/components/facts.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { DataTable } from "#app/components/table.tsx";
import type { listMonths } from "#app/domain/statistics/office.server.ts";
import { useFormat, useMessages, usePreferences } from "#app/i18n/messages.ts";

type Row = Awaited<ReturnType<typeof listMonths>>[number];

/** Months by kind of service, as they come. */
export function MonthTable({ rows }: { rows: readonly Row[] }) {
  const { table: words } = useMessages().statistics;
  const { language } = usePreferences();
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
      rows={rows}
      rowKey={(row) => `${row.month} ${row.serviceType}`}
      columns={[
        { key: "month", label: words.month, main: true, cell: (row) => month(row.month) },
        { key: "kind", label: words.kind, cell: (row) => row[language] },
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
