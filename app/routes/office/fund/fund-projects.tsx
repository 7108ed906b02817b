import { Money } from "#app/components/facts.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Section } from "#app/components/page.tsx";
import { type Column, DataTable } from "#app/components/table.tsx";
import type { Balances } from "#app/domain/fund/ledger.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

type Row = { id: string; tenderId: string; number: string; title: string; balances: Balances };

const accounts = ["reserved", "committed", "payable", "paid"] as const;

/** What each project holds of its fund. */
export function FundProjects({ projects }: { projects: Row[] }) {
  const { fund } = useMessages();
  const columns: Column<Row>[] = accounts.map((account) => ({
    key: account,
    label: fund.accounts[account],
    align: "end",
    cell: ({ balances }) => <Money fen={balances[account]} />,
  }));
  return (
    <Section title={fund.projects.title}>
      <DataTable
        caption={fund.projects.title}
        rows={projects}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "project",
            label: fund.projects.project,
            main: true,
            cell: ({ tenderId, title }) => <a href={paths.office.tender(tenderId)}>{title}</a>,
          },
          ...columns,
        ]}
        empty={<EmptyState>{fund.projects.empty}</EmptyState>}
      />
    </Section>
  );
}
