import { Moment } from "#app/components/facts.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { LinkList, Section } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import { receiptFate } from "#app/domain/bids/receipt-fate.ts";
import type { PublishedReceipts } from "#app/domain/tenders/opening-queries.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";

type Receipt = PublishedReceipts["receipts"][number];
type ReceiptListProps = {
  found: Pick<PublishedReceipts, "receipts" | "round" | "openedAt" | "named">;
  files: { receipts: string; opening: string };
};

/** Every receipt of a tender by digest and time, and by name once the bids are open. */
export function ReceiptList({ found, files }: ReceiptListProps) {
  const { receipts, round, openedAt } = found;
  const ofRound = useRoundColumn(round);
  const { receipts: words } = useMessages().openings;
  const format = useFormat();
  const isOpened = (receipt: Receipt) => openedAt !== null || receipt.round < round;
  const name = ({ organization }: Receipt) => organization ?? words.afterOpening;
  return (
    <Section title={words.list} note={words.note}>
      <DataTable
        caption={words.list}
        rows={receipts}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "at",
            label: words.at,
            main: true,
            cell: ({ at }) => <Moment at={at} as="stamp" />,
          },
          { key: "organization", label: words.organization, cell: name },
          ...ofRound,
          {
            key: "version",
            label: words.version,
            align: "end",
            cell: ({ version }) => format.number(version),
          },
          {
            key: "fate",
            label: words.fate,
            cell: (receipt) => words.fates[receiptFate(receipt, isOpened(receipt))],
          },
          { key: "digest", label: words.digest, cell: ({ digest }) => <code>{digest}</code> },
        ]}
        empty={<EmptyState>{words.empty}</EmptyState>}
      />
      {receipts.length > 0 && (
        <LinkList
          links={[
            { to: files.receipts, label: words.machine },
            ...(found.named ? [{ to: files.opening, label: words.openingFile }] : []),
          ]}
        />
      )}
    </Section>
  );
}

/** Where offers are made twice, which of them a receipt is for. */
function useRoundColumn(current: number) {
  const { openings, talks } = useMessages();
  const named = ({ round }: Receipt) => (round > 1 ? talks.rounds[2] : talks.rounds[1]);
  return current > 1 ? [{ key: "round", label: openings.receipts.round, cell: named }] : [];
}
