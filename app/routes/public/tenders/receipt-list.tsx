import { Moment } from "#app/components/facts.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { LinkList, Section } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import { receiptFate } from "#app/domain/bids/receipt-fate.ts";
import type { PublishedReceipts } from "#app/domain/tenders/opening-queries.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";

type Receipt = PublishedReceipts["receipts"][number];
type ReceiptListProps = {
  receipts: Receipt[];
  opened: boolean;
  files: { receipts: string; opening: string };
};

/** Every receipt of a tender by digest and time, and by name once the bids are open. */
export function ReceiptList({ receipts, opened, files }: ReceiptListProps) {
  const { receipts: words } = useMessages().openings;
  const format = useFormat();
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
          {
            key: "version",
            label: words.version,
            align: "end",
            cell: ({ version }) => format.number(version),
          },
          {
            key: "fate",
            label: words.fate,
            cell: (receipt) => words.fates[receiptFate(receipt, opened)],
          },
          { key: "digest", label: words.digest, cell: ({ digest }) => <code>{digest}</code> },
        ]}
        empty={<EmptyState>{words.empty}</EmptyState>}
      />
      {receipts.length > 0 && (
        <LinkList
          links={[
            { to: files.receipts, label: words.machine },
            ...(opened ? [{ to: files.opening, label: words.openingFile }] : []),
          ]}
        />
      )}
    </Section>
  );
}
