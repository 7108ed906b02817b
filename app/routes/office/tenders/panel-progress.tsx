import { StatusTag } from "#app/components/status-tag.tsx";
import { DataTable } from "#app/components/table.tsx";
import type { findReport } from "#app/domain/tenders/report-queries.server.ts";
import { useMessages } from "#app/i18n/messages.ts";

type Panel = NonNullable<Awaited<ReturnType<typeof findReport>>>["panel"];

/** How far each member of a panel has come, never what she scored. */
export function PanelProgress({ panel }: { panel: Panel }) {
  const { award } = useMessages();
  const { report: words, columns } = award;
  return (
    <DataTable
      caption={words.panel}
      rows={panel}
      rowKey={({ userId }) => userId}
      columns={[
        {
          key: "name",
          label: columns.member,
          main: true,
          cell: ({ name, chair }) => (chair ? award.chairOf(name) : name),
        },
        {
          key: "capacity",
          label: columns.capacity,
          cell: ({ capacity }) => award.capacity[capacity],
        },
        {
          key: "declaration",
          label: columns.declaration,
          cell: ({ conflict }) => <Declared conflict={conflict} />,
        },
        {
          key: "scores",
          label: columns.scores,
          cell: ({ conflict, submittedAt }) =>
            conflict ? (
              <StatusTag kind="neutral">{words.barred}</StatusTag>
            ) : (
              <StatusTag kind={submittedAt ? "done" : "running"}>
                {submittedAt ? words.handedIn : words.waiting}
              </StatusTag>
            ),
        },
      ]}
      empty={<p>{words.noPanel}</p>}
    />
  );
}

function Declared({ conflict }: { conflict: boolean | null }) {
  const { declared } = useMessages().award.report;
  if (conflict === null) return <StatusTag kind="running">{declared.waiting}</StatusTag>;
  return (
    <StatusTag kind={conflict ? "neutral" : "done"}>
      {conflict ? declared.conflict : declared.none}
    </StatusTag>
  );
}
