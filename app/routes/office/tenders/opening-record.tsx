import { Moment, Money } from "#app/components/facts.tsx";
import { Section } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import type { Opening } from "#app/domain/tenders/opening-queries.server.ts";
import { useMessages } from "#app/i18n/messages.ts";

/** What was opened: each bid with its price, or why it does not count, and the digest of what was handed in. */
export function OpeningRecord({ round, bids }: { round: number | null; bids: Opening["opened"] }) {
  const { common, openings, talks, bids: bidWords } = useMessages();
  const { opening: words } = openings;
  const ofRound = round && (round > 1 ? talks.rounds[2] : talks.rounds[1]);
  const title = words.record + (ofRound ? common.aside(ofRound) : "");
  return (
    <Section title={title} note={words.recordNote}>
      <DataTable
        caption={title}
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
