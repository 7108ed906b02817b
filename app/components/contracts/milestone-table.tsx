import { Money, OnDay } from "#app/components/facts.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { DataTable } from "#app/components/table.tsx";
import type { MilestoneLine } from "#app/domain/contracts/contract-detail.ts";
import { useMessages } from "#app/i18n/messages.ts";

const kinds = {
  scheduled: "neutral",
  claimed: "running",
  accepted: "running",
  paid: "done",
} as const;

type MilestoneTableProps = {
  milestones: MilestoneLine[];
  /** Where a side of the contract goes on with a milestone. */
  pathOf?: ((milestoneId: string) => string) | undefined;
};

/** A contract's payments: when each is due, the most it can pay, and what it did pay. */
export function MilestoneTable({ milestones, pathOf }: MilestoneTableProps) {
  const { contracts } = useMessages();
  const { columns } = contracts;
  return (
    <DataTable
      caption={contracts.payments}
      rows={milestones}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          label: columns.milestone,
          main: true,
          cell: ({ id, name }) => (pathOf ? <a href={pathOf(id)}>{name}</a> : name),
        },
        { key: "due", label: columns.due, cell: ({ dueOn }) => <OnDay day={dueOn} /> },
        { key: "cap", label: columns.cap, align: "end", cell: ({ cap }) => <Money fen={cap} /> },
        {
          key: "state",
          label: columns.status,
          cell: ({ state }) => (
            <StatusTag kind={kinds[state]}>{contracts.milestone[state]}</StatusTag>
          ),
        },
        {
          key: "pay",
          label: columns.pay,
          align: "end",
          cell: ({ paidAt, pay }) => paidAt && pay !== null && <Money fen={pay} />,
        },
      ]}
      empty={null}
    />
  );
}
