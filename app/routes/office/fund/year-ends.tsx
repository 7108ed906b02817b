import { Money } from "#app/components/facts.tsx";
import { Section } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import type { YearEndDecision } from "#app/domain/fund/fund.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import type { Fen } from "#app/values/money.ts";

type Row = {
  id: string;
  decision: YearEndDecision;
  to: string | null;
  note: string;
  proposedBy: string;
  proposedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  approved: boolean | null;
  amount: Fen | null;
};

/** What was proposed and decided of the fund's year end. */
export function YearEnds({ yearEnds }: { yearEnds: Row[] }) {
  const words = useMessages().fund.yearEnd;
  const { stamp } = useFormat();
  return (
    <Section title={words.rounds}>
      <DataTable
        caption={words.rounds}
        rows={yearEnds}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "what",
            label: words.what,
            main: true,
            cell: ({ decision, to }) =>
              to ? words.goesTo(words.decisions[decision], to) : words.decisions[decision],
          },
          { key: "note", label: words.note, cell: ({ note }) => note },
          {
            key: "proposed",
            label: words.start,
            cell: ({ proposedBy, proposedAt }) => words.proposed(proposedBy, stamp(proposedAt)),
          },
          { key: "state", label: words.state, cell: (row) => <State {...row} /> },
          {
            key: "amount",
            label: words.moved,
            align: "end",
            cell: ({ amount }) => amount !== null && <Money fen={amount} />,
          },
        ]}
        empty={null}
      />
    </Section>
  );
}

function State({ decidedAt, decidedBy, approved }: Row) {
  const words = useMessages().fund.yearEnd;
  const { stamp } = useFormat();
  if (!decidedAt || !decidedBy) return words.waiting;
  return (approved ? words.decided : words.refused)(decidedBy, stamp(decidedAt));
}
