import { Money } from "#app/components/facts.tsx";
import { type Column, DataTable } from "#app/components/table.tsx";
import type { AccountSummary } from "#app/domain/fund/statement.ts";
import { useMessages } from "#app/i18n/messages.ts";

const sums = ["opening", "debit", "credit", "closing"] as const;

/** Each account over the period. */
export function AccountTable({ accounts }: { accounts: AccountSummary[] }) {
  const { statement: words, accounts: names } = useMessages().fund;
  const columns: Column<AccountSummary>[] = sums.map((sum) => ({
    key: sum,
    label: words[sum],
    align: "end",
    cell: (row) => <Money fen={row[sum]} />,
  }));
  return (
    <DataTable
      caption={words.accounts}
      rows={accounts}
      rowKey={({ account }) => account}
      columns={[
        { key: "account", label: words.account, main: true, cell: ({ account }) => names[account] },
        ...columns,
      ]}
      empty={null}
    />
  );
}
