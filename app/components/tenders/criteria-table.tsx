import { EmptyState } from "#app/components/notice.tsx";
import { DataTable } from "#app/components/table.tsx";
import type { CriterionKind } from "#app/domain/tenders/tender.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";

type Criterion = {
  id: string;
  kind: CriterionKind;
  name: string;
  /** Whole points. */
  weight: number;
  guidance: string;
};

/** How bids are scored: each criterion with its points and what counts. */
export function CriteriaTable({ criteria }: { criteria: Criterion[] }) {
  const { criteria: words } = useMessages().notices;
  const { count } = useFormat();
  return (
    <DataTable
      caption={words.title}
      rows={criteria}
      rowKey={({ id }) => id}
      columns={[
        { key: "name", label: words.criterion, main: true, cell: ({ name }) => name },
        { key: "kind", label: words.kind, cell: ({ kind }) => words.kinds[kind] },
        ...(criteria.some(({ guidance }) => guidance)
          ? [{ key: "guidance", label: words.guidance, cell: (row: Criterion) => row.guidance }]
          : []),
        {
          key: "weight",
          label: words.weight,
          align: "end",
          cell: ({ weight }) => count(weight, "point"),
        },
      ]}
      empty={<EmptyState>{words.empty}</EmptyState>}
    />
  );
}
