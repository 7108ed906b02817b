import { Moment, Money } from "#app/components/facts.tsx";
import { Section } from "#app/components/page.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { DataTable } from "#app/components/table.tsx";
import { useMessages } from "#app/i18n/messages.ts";
import type { Fen } from "#app/values/money.ts";

type Row = {
  id: string;
  documentNumber: string;
  department: string;
  purpose: string;
  amount: Fen;
  at: Date;
  reversed: boolean;
};

/** The tasks whose money arrived in the fund. */
export function FundTasks({ tasks }: { tasks: Row[] }) {
  const { fund } = useMessages();
  const words = fund.tasks;
  return (
    <Section title={words.title} note={words.note}>
      <DataTable
        caption={words.title}
        rows={tasks}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "purpose",
            label: words.purpose,
            main: true,
            cell: ({ purpose, reversed }) => (
              <>
                {purpose}
                {reversed && <StatusTag kind="refused">{fund.movements.reversed}</StatusTag>}
              </>
            ),
          },
          { key: "department", label: words.department, cell: ({ department }) => department },
          {
            key: "document",
            label: words.documentNumber,
            cell: ({ documentNumber }) => documentNumber,
          },
          { key: "at", label: words.at, cell: ({ at }) => <Moment at={at} as="stamp" /> },
          {
            key: "amount",
            label: words.amount,
            align: "end",
            cell: ({ amount }) => <Money fen={amount} />,
          },
        ]}
        empty={null}
      />
    </Section>
  );
}
