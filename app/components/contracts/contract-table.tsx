import type { ReactNode } from "react";
import { Money } from "#app/components/facts.tsx";
import { type Column, DataTable } from "#app/components/table.tsx";
import type { ContractLine } from "#app/domain/contracts/contract-detail.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { ContractStatusTag } from "./contract-status-tag.tsx";

type ContractTableProps = {
  rows: ContractLine[];
  to: (contractId: string) => string;
  /** Whose list it is: the reader's own side goes without saying, and the list can be sorted. */
  own?: "office" | "organization";
  /** Whether the reader herself is to sign it. */
  waits?: (contract: ContractLine) => boolean;
  empty: ReactNode;
};

/** Contracts in a list, each with its two sides, value and state. */
export function ContractTable({ rows, to, own, waits, empty }: ContractTableProps) {
  const { title, columns: words, facts } = useMessages().contracts;
  const format = useFormat();
  const sort = own !== undefined;
  const columns: Column<ContractLine>[] = [
    {
      key: "title",
      label: words.title,
      main: true,
      cell: (row) => <a href={to(row.id)}>{row.title}</a>,
    },
    {
      key: "number",
      label: words.number,
      sort,
      deskOnly: true,
      cell: ({ number }) => <span className="number-whole">{number}</span>,
    },
    { key: "office", label: words.office, cell: ({ office }) => office },
    { key: "organization", label: words.organization, cell: ({ organization }) => organization },
    {
      key: "value",
      label: words.value,
      sort,
      align: "end",
      cell: ({ value }) => <Money fen={value} />,
    },
    {
      key: "period",
      label: words.period,
      sort,
      deskOnly: true,
      cell: ({ startsOn, endsOn }) => facts.periodOf(format.day(startsOn), format.day(endsOn)),
    },
    {
      key: "status",
      label: words.status,
      cell: (row) => <ContractStatusTag status={row.status} waiting={waits?.(row) ?? false} />,
    },
  ];
  return (
    <DataTable
      caption={title}
      rows={rows}
      rowKey={({ id }) => id}
      columns={columns.filter(({ key }) => key !== own)}
      empty={empty}
    />
  );
}
