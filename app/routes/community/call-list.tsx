import { Money } from "#app/components/facts.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { DataTable } from "#app/components/table.tsx";
import type { listCalls } from "#app/domain/residents/neighbours.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

type Call = Awaited<ReturnType<typeof listCalls>>[number];
type CallListProps = { caption: string; calls: Call[]; empty: string; withDay?: boolean };

/** Whom to call about which booking, to be read out on the phone or printed. */
export function CallList({ caption, calls, empty, withDay = false }: CallListProps) {
  const { home } = useMessages().community;
  const format = useFormat();
  const when = (at: Date) => (withDay ? format.instant(at) : format.time(at));
  return (
    <DataTable
      caption={caption}
      rows={calls}
      rowKey={({ id }) => id}
      columns={[
        { key: "time", label: home.time, cell: ({ startsAt }) => when(startsAt) },
        {
          key: "resident",
          label: home.resident,
          main: true,
          cell: ({ residentId, resident }) => (
            <a href={paths.community.resident(residentId)}>{resident}</a>
          ),
        },
        {
          key: "phone",
          label: home.phone,
          cell: ({ phone }) => (phone ? <a href={`tel:${phone}`}>{phone}</a> : home.noPhone),
        },
        { key: "service", label: home.service, cell: ({ title }) => title },
        {
          key: "where",
          label: home.where,
          cell: ({ worker, site, organization }) =>
            home.by(worker ? home.visit(worker) : (site ?? ""), organization),
        },
        {
          key: "pay",
          label: home.pay,
          align: "end",
          cell: ({ residentShare }) => <Money fen={residentShare} />,
        },
      ]}
      empty={<EmptyState>{empty}</EmptyState>}
    />
  );
}
