import { LinkButton } from "#app/components/button.tsx";
import { Moment } from "#app/components/facts.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { DataTable } from "#app/components/table.tsx";
import { TenderStatusTag } from "#app/components/tenders/tender-status-tag.tsx";
import type { findDesk } from "#app/domain/offices/desk.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

type Tender = Awaited<ReturnType<typeof findDesk>>["tenders"][number];

/** Tenders that go on without the reader; `drafts` offers her to begin another. */
export function RunningTenders({ tenders, drafts }: { tenders: Tender[]; drafts: boolean }) {
  const { office, projects } = useMessages();
  const words = projects.list;
  return (
    <DataTable
      caption={office.home.running}
      rows={tenders}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          label: words.name,
          main: true,
          cell: ({ id, title }) => <a href={paths.office.tender(id)}>{title}</a>,
        },
        {
          key: "status",
          label: words.status,
          cell: ({ status }) => <TenderStatusTag status={status} />,
        },
        {
          key: "deadline",
          label: words.deadline,
          cell: ({ deadline }) => deadline && <Moment at={deadline} />,
        },
        {
          key: "next",
          label: words.next,
          cell: ({ step }) => "wait" in step && office.waits[step.wait],
        },
      ]}
      empty={
        <EmptyState
          action={drafts && <LinkButton to={paths.office.newProject}>{words.draft}</LinkButton>}
        >
          {office.home.nothingRuns}
        </EmptyState>
      }
    />
  );
}
