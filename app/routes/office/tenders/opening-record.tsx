import { Moment, Money } from "#app/components/facts.tsx";
import { Section } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import type { Opening } from "#app/domain/tenders/opening-queries.server.ts";
import { useMessages } from "#app/i18n/messages.ts";

/** What was opened: each bid with its price, or why it does not count, and the digest of what was handed in. */
export function OpeningRecord({ bids }: { bids: Opening["opened"] }) {
  const { openings, bids: bidWords } = useMessages();
  const { opening: words } = openings;
  return (
    <Section title={words.record} note={words.recordNote}>
      <DataTable
        caption={words.record}
        rows={bids}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "organization",
            label: words.organization,
            main: true,
            cell: ({ organization }) => organization,
          },
          {
            key: "price",
            label: words.price,
            align: "end",
            cell: ({ price }) => price && <Money fen={price} />,
          },
          {
            key: "state",
            label: words.state,
            cell: ({ state, disqualifiedReason }) => disqualifiedReason ?? bidWords.states[state],
          },
          {
            key: "at",
            label: words.submittedAt,
            cell: ({ at }) => <Moment at={at} as="stamp" />,
          },
          { key: "digest", label: words.digest, cell: ({ digest }) => <code>{digest}</code> },
        ]}
        empty={null}
      />
    </Section>
  );
}
