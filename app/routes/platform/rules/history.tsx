import { Moment } from "#app/components/facts.tsx";
import { Section } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import { useMessages } from "#app/i18n/messages.ts";

type Change = { id: string; validFrom: Date; by: string | null; reason: string };

/** Who changed something when and why, newest first; the start has neither a person nor a moment that matters. */
export function History({ changes }: { changes: readonly Change[] }) {
  const { history, historyColumns: columns, initial } = useMessages().rules;
  return (
    <Section title={history}>
      <DataTable
        caption={history}
        rows={changes}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "at",
            label: columns.at,
            main: true,
            cell: ({ by, validFrom }) => (by ? <Moment at={validFrom} as="stamp" /> : initial),
          },
          { key: "by", label: columns.by, cell: ({ by }) => by },
          { key: "reason", label: columns.reason, cell: ({ reason }) => reason },
        ]}
        empty={null}
      />
    </Section>
  );
}
