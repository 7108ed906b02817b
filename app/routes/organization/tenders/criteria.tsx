import { DataTable } from "#app/components/table.tsx";
import { HowVoted } from "#app/components/tenders/how-judged.tsx";
import { methodSettings } from "#app/domain/tenders/method.ts";
import type { CriterionKind, Method } from "#app/domain/tenders/tender.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";

type Criterion = {
  id: string;
  kind: CriterionKind;
  name: string;
  weight: number;
  guidance: string;
};

/** How bids are scored: each criterion with its points and what counts, or how the council votes. */
export function Criteria({ criteria, method }: { criteria: Criterion[]; method: Method }) {
  const { tender: words, criterionKinds } = useMessages().bids;
  const format = useFormat();
  const guided = criteria.some(({ guidance }) => guidance !== "");
  if (methodSettings[method].scoring === "votes") return <HowVoted />;
  return (
    <DataTable
      caption={words.criteria}
      rows={criteria}
      rowKey={({ id }) => id}
      columns={[
        { key: "name", label: words.criterion, main: true, cell: ({ name }) => name },
        { key: "kind", label: words.kind, cell: ({ kind }) => criterionKinds[kind] },
        ...(guided
          ? [
              {
                key: "guidance",
                label: words.guidance,
                cell: ({ guidance }: Criterion) => guidance,
              },
            ]
          : []),
        {
          key: "weight",
          label: words.weight,
          align: "end",
          cell: ({ weight }) => format.count(weight, "point"),
        },
      ]}
      empty={null}
    />
  );
}
