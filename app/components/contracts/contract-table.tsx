import type { ReactNode } from "react";
import { Money } from "#app/components/facts.tsx";
import { DataTable } from "#app/components/table.tsx";
import type { ContractLine } from "#app/domain/contracts/contract-detail.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { ContractStatusTag } from "./contract-status-tag.tsx";

type ContractTableProps = {
  rows: ContractLine[];
  to: (contractId: string) => string;
  /** Whether the reader herself is to sign it. */
  waits?: (contract: ContractLine) => boolean;
  empty: ReactNode;
};

/** Contracts in a list, each with its two sides, value and state. */
export function ContractTable({ rows, to, waits = () => false, empty }: ContractTableProps) {
  const { title, columns, facts } = useMessages().contracts;
  const format = useFormat();
  return (
    <DataTable
      caption={title}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "title",
          label: columns.title,
          main: true,
          cell: (row) => <a href={to(row.id)}>{row.title}</a>,
        },
        { key: "number", label: columns.number, deskOnly: true, cell: ({ number }) => number },
        { key: "office", label: columns.office, cell: ({ office }) => office },
        {
          key: "organization",
          label: columns.organization,
          cell: ({ organization }) => organization,
        },
        {
          key: "value",
          label: columns.value,
          align: "end",
          cell: ({ value }) => <Money fen={value} />,
        },
        {
          key: "period",
          label: columns.period,
          deskOnly: true,
          cell: ({ startsOn, endsOn }) => facts.periodOf(format.day(startsOn), format.day(endsOn)),
        },
        {
          key: "status",
          label: columns.status,
          cell: (row) => <ContractStatusTag status={row.status} waiting={waits(row)} />,
        },
      ]}
      empty={empty}
    />
  );
}
