import { Moment, Money, OnDay } from "#app/components/facts.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { type Column, DataTable } from "#app/components/table.tsx";
import type { StatementLine, StatementView } from "#app/domain/fund/statement.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

type Props = { lines: StatementLine[]; view: StatementView };

/** One account's movements, days or projects, with the balance after each. */
export function StatementTable({ lines, view }: Props) {
  const { statement: words } = useMessages().fund;
  const about = useColumns()[view];
  const columns: Column<StatementLine>[] = (["debit", "credit", "balance"] as const).map((sum) => ({
    key: sum,
    label: words[sum],
    align: "end",
    cell: (line) => <Money fen={line[sum]} />,
  }));
  return (
    <DataTable
      caption={words.title}
      rows={lines}
      rowKey={({ key }) => key}
      columns={[...about, ...columns]}
      empty={<EmptyState>{words.empty}</EmptyState>}
    />
  );
}

/** What a line says of itself before its sums. */
function useColumns(): Record<StatementView, Column<StatementLine>[]> {
  const { statement: words, movements, events } = useMessages().fund;
  const project: Column<StatementLine> = {
    key: "project",
    label: movements.project,
    cell: (line) => <ProjectLink {...line} />,
  };
  return {
    movement: [
      {
        key: "what",
        label: movements.what,
        main: true,
        cell: ({ kind }) => kind && events[kind],
      },
      { key: "at", label: words.at, cell: ({ at }) => at && <Moment at={at} as="stamp" /> },
      project,
      { key: "who", label: movements.who, cell: ({ who }) => who, deskOnly: true },
      { key: "memo", label: movements.memo, cell: ({ memo }) => memo, deskOnly: true },
    ],
    day: [
      { key: "day", label: words.day, main: true, cell: ({ day }) => day && <OnDay day={day} /> },
    ],
    project: [{ ...project, main: true }],
  };
}

function ProjectLink({ project, tenderId }: StatementLine) {
  const { noProject } = useMessages().fund.statement;
  return tenderId ? <a href={paths.office.tender(tenderId)}>{project}</a> : noProject;
}
