import { Moment, Money } from "#app/components/facts.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { DataTable } from "#app/components/table.tsx";
import { mayReverse } from "#app/domain/fund/fund.ts";
import type { FundEventKind, Posting } from "#app/domain/fund/ledger.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import { moved } from "./moved.ts";

type Movement = {
  id: string;
  at: Date;
  kind: FundEventKind;
  memo: string;
  byUserId: string | null;
  who: string | null;
  project: string | null;
  tenderId: string | null;
  other: string | null;
  reversed: boolean;
  lines: Posting[];
};

type Reader = { roles: readonly string[]; userId: string };

/** The fund's movements: what happened, and from which account to which. */
export function Movements({ movements, reader }: { movements: Movement[]; reader: Reader }) {
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
        {
          key: "what",
          label: words.what,
          main: true,
          cell: (row) => <What {...row} reader={reader} />,
        },
        { key: "at", label: words.at, cell: ({ at }) => <Moment at={at} as="stamp" /> },
        { key: "about", label: words.about, cell: (row) => <About {...row} /> },
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

function What({ id, lines, reader, ...movement }: Movement & { reader: Reader }) {
  const { fund } = useMessages();
  const { money } = useFormat();
  const what = fund.events[movement.kind];
  return (
    <>
      {what}
      {movement.reversed && <StatusTag kind="refused">{fund.movements.reversed}</StatusTag>}
      {mayReverse(reader, movement) && (
        <>
          {" "}
          <a
            href={paths.office.reversal(id)}
            aria-label={fund.reversal.startOf(what, money(moved(lines).amount))}
          >
            {fund.reversal.start}
          </a>
        </>
      )}
    </>
  );
}

function About({ project, tenderId, other }: Pick<Movement, "project" | "tenderId" | "other">) {
  return tenderId ? <a href={paths.office.tender(tenderId)}>{project}</a> : other;
}
