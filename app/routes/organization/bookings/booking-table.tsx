import { BookingStatus } from "#app/components/bookings/booking-status.tsx";
import { Moment, Money } from "#app/components/facts.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { type Column, DataTable } from "#app/components/table.tsx";
import type { listOrganizationBookings } from "#app/domain/bookings/organization-queries.server.ts";
import { readableReference } from "#app/domain/bookings/reference.ts";
import { useMessages } from "#app/i18n/messages.ts";

type Row = Awaited<ReturnType<typeof listOrganizationBookings>>["rows"][number];

/** Bookings as the organization's manager looks through them. */
export function BookingTable({ rows }: { rows: Row[] }) {
  const { bookings: words } = useMessages().delivery;
  const columns: Column<Row>[] = [
    {
      key: "time",
      label: words.time,
      main: true,
      cell: ({ startsAt, endsAt }) => <Moment at={startsAt} as="range" until={endsAt} />,
    },
    { key: "offer", label: words.offer, cell: ({ offer }) => offer },
    { key: "resident", label: words.resident, cell: ({ resident }) => resident },
    { key: "worker", label: words.worker, cell: ({ worker }) => worker },
    {
      key: "state",
      label: words.state,
      cell: ({ state }) => <BookingStatus state={state} forOthers />,
    },
    {
      key: "fund",
      label: words.fundShare,
      align: "end",
      cell: ({ fundShare }) => <Money fen={fundShare} />,
    },
    {
      key: "resident-share",
      label: words.residentShare,
      align: "end",
      cell: (row) => (
        <>
          <Money fen={row.residentShare} />
          <span className="note">{words[copaymentState(row)]}</span>
        </>
      ),
    },
    {
      key: "reference",
      label: words.reference,
      deskOnly: true,
      cell: ({ reference }) => readableReference(reference),
    },
  ];
  return (
    <DataTable
      caption={words.title}
      rows={rows}
      rowKey={({ id }) => id}
      columns={columns}
      empty={<EmptyState>{words.empty}</EmptyState>}
    />
  );
}

/** Whether the resident's share was recorded, is still due, or is nothing. */
export function copaymentState({
  residentShare,
  copaidAt,
}: Pick<Row, "residentShare" | "copaidAt">) {
  if (residentShare === 0) return "copayNone";
  return copaidAt ? "copaid" : "copayDue";
}
