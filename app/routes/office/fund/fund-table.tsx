import { Money } from "#app/components/facts.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { type Column, DataTable } from "#app/components/table.tsx";
import type { FundSource } from "#app/domain/fund/fund.ts";
import type { Balances } from "#app/domain/fund/ledger.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

type Row = {
  id: string;
  year: number;
  name: string;
  source: FundSource;
  closedAt: Date | null;
  balances: Balances;
};

const accounts = ["available", "reserved", "committed", "payable", "paid", "surplus"] as const;

/** Funds with what each account of theirs holds. */
export function FundTable({ funds }: { funds: Row[] }) {
  const { fund: words } = useMessages();
  const columns: Column<Row>[] = accounts.map((account) => ({
    key: account,
    label: words.accounts[account],
    align: "end",
    cell: ({ balances }) => <Money fen={balances[account]} />,
  }));
  return (
    <DataTable
      caption={words.all}
      rows={funds}
      rowKey={({ id }) => id}
      columns={[
        { key: "fund", label: words.columns.fund, main: true, cell: (row) => <Named {...row} /> },
        {
          key: "source",
          label: words.columns.source,
          cell: ({ source }) => words.sources[source],
        },
        ...columns,
      ]}
      empty={null}
    />
  );
}

function Named({ id, year, name, closedAt }: Row) {
  const { fund: words } = useMessages();
  return (
    <>
      <a href={paths.office.fund(id)}>{words.named(String(year), name)}</a>
      {closedAt && <StatusTag kind="neutral">{words.closed}</StatusTag>}
    </>
  );
}
