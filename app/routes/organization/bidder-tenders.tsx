import type { ReactNode } from "react";
import { Moment, Money } from "#app/components/facts.tsx";
import { type Column, DataTable } from "#app/components/table.tsx";
import { TenderStatusTag } from "#app/components/tenders/tender-status-tag.tsx";
import type { BidState } from "#app/domain/bids/bid.ts";
import type { TenderStatus } from "#app/domain/tenders/tender.ts";
import { type Messages, useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import type { Fen } from "#app/values/money.ts";
import { BidStateTag } from "./bid-state-tag.tsx";

type Row = {
  id: string;
  title: string;
  office?: string;
  ceiling?: Fen | null;
  deadline: Date | null;
  status: TenderStatus;
  bid: BidState | null;
};

type BidderTendersProps = { caption: string; rows: Row[]; empty: ReactNode };

/** Tenders with how the reader's own bid stands; office and ceiling stand where the rows have them. */
export function BidderTenders({ caption, rows, empty }: BidderTendersProps) {
  const { bids } = useMessages();
  const full = rows.some(({ office }) => office !== undefined);
  const columns = full ? columnsOf(bids) : columnsOf(bids).filter(({ key }) => !fullOnly.has(key));
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      columns={columns}
      empty={empty}
    />
  );
}

const fullOnly = new Set(["office", "ceiling"]);

const columnsOf = ({ list }: Messages["bids"]): Column<Row>[] => [
  {
    key: "title",
    label: list.name,
    main: true,
    cell: ({ id, title }) => <a href={paths.organization.tender(id)}>{title}</a>,
  },
  { key: "office", label: list.office, cell: ({ office }) => office },
  {
    key: "ceiling",
    label: list.ceiling,
    align: "end",
    cell: ({ ceiling }) => ceiling && <Money fen={ceiling} />,
  },
  {
    key: "deadline",
    label: list.deadline,
    cell: ({ deadline }) => deadline && <Moment at={deadline} as="deadline" />,
  },
  {
    key: "status",
    label: list.status,
    cell: ({ status }) => <TenderStatusTag status={status} />,
  },
  { key: "bid", label: list.bid, cell: ({ bid }) => <BidStateTag state={bid} /> },
];
