import { Money } from "#app/components/facts.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Section } from "#app/components/page.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { DataTable } from "#app/components/table.tsx";
import { type CheckedRow, isImportable } from "#app/domain/projects/check-row.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";

/** The list as it was understood, row by row. */
export function ImportRows({ rows }: { rows: CheckedRow[] }) {
  const { projects, office } = useMessages();
  const { number } = useFormat();
  const words = projects.preview;
  return (
    <Section title={words.rows}>
      <DataTable
        caption={words.rows}
        rows={rows}
        rowKey={({ line }) => String(line)}
        columns={[
          { key: "line", label: words.line, cell: ({ line }) => number(line) },
          { key: "name", label: words.name, main: true, cell: ({ project }) => project.title },
          {
            key: "quantity",
            label: words.quantity,
            cell: ({ project: { quantity, unit } }) =>
              quantity ? office.tender.amount(number(quantity), unit ?? "") : unit,
          },
          {
            key: "ceiling",
            label: words.ceiling,
            align: "end",
            cell: ({ project: { ceiling } }) => ceiling && <Money fen={ceiling} />,
          },
          {
            key: "months",
            label: words.months,
            cell: ({ project: { serviceMonths } }) =>
              serviceMonths && words.monthsOf(number(serviceMonths)),
          },
          { key: "result", label: words.result, cell: (row) => <Result row={row} /> },
        ]}
        empty={<EmptyState>{words.again}</EmptyState>}
      />
    </Section>
  );
}

function Result({ row }: { row: CheckedRow }) {
  const { preview } = useMessages().projects;
  if (!isImportable(row)) return <StatusTag kind="refused">{preview.refused}</StatusTag>;
  const toMend = row.issues.some(({ level }) => level === "reminder");
  return toMend ? (
    <StatusTag kind="waiting">{preview.toMend}</StatusTag>
  ) : (
    <StatusTag kind="done">{preview.ready}</StatusTag>
  );
}
