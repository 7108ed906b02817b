import { Moment, Money } from "#app/components/facts.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { DataTable } from "#app/components/table.tsx";
import type { FundEventKind, Posting } from "#app/domain/fund/ledger.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import { moved } from "./moved.ts";

type Movement = {
  id: string;
  at: Date;
  kind: FundEventKind;
  memo: string;
  who: string | null;
  project: string | null;
  tenderId: string | null;
  lines: Posting[];
};

/** The fund's movements: what happened, and from which account to which. */
export function Movements({ movements }: { movements: Movement[] }) {
  const { fund } = useMessages();
  const { list } = useFormat();
  const words = fund.movements;
  const named = (lines: Posting[]) => list(lines.map(({ account }) => fund.accounts[account]));
  return (
    <DataTable
      caption={words.title}
      rows={movements}
      rowKey={({ id }) => id}
      columns={[
        { key: "what", label: words.what, main: true, cell: ({ kind }) => fund.events[kind] },
        { key: "at", label: words.at, cell: ({ at }) => <Moment at={at} as="stamp" /> },
        { key: "project", label: words.project, cell: (row) => <ProjectLink {...row} /> },
        {
          key: "amount",
          label: words.amount,
          align: "end",
          cell: ({ lines }) => <Money fen={moved(lines).amount} />,
        },
        {
          key: "way",
          label: words.way,
          cell: ({ lines }) => words.fromTo(named(moved(lines).from), named(moved(lines).to)),
        },
        { key: "who", label: words.who, cell: ({ who }) => who, deskOnly: true },
        { key: "memo", label: words.memo, cell: ({ memo }) => memo, deskOnly: true },
      ]}
      empty={<EmptyState>{words.empty}</EmptyState>}
    />
  );
}

function ProjectLink({ project, tenderId }: Pick<Movement, "project" | "tenderId">) {
  return tenderId ? <a href={paths.office.tender(tenderId)}>{project}</a> : null;
}
