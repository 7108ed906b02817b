import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Moment, Money } from "#app/components/facts.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Page } from "#app/components/page.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { DataTable } from "#app/components/table.tsx";
import { listPublicDrafts } from "#app/domain/consultations/queries.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

export function loader() {
  return listPublicDrafts();
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ consultation }) => consultation.list.title);

export default function Drafts() {
  const { list: words } = useMessages().consultation;
  const drafts = useLoaderData<typeof loader>();
  return (
    <Page title={words.title} lead={words.lead} back={{ to: paths.tenders }} wide>
      <DataTable
        caption={words.title}
        rows={drafts}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "name",
            label: words.name,
            main: true,
            cell: ({ id, title }) => <a href={paths.draft(id)}>{title}</a>,
          },
          { key: "office", label: words.office, cell: ({ office }) => office },
          {
            key: "ceiling",
            label: words.ceiling,
            align: "end",
            cell: ({ ceiling }) => ceiling && <Money fen={ceiling} />,
          },
          {
            key: "until",
            label: words.until,
            cell: ({ closesAt }) => <Moment at={closesAt} as="deadline" />,
          },
          {
            key: "state",
            label: words.state,
            cell: ({ over }) => (
              <StatusTag kind="running">{over ? words.over : words.open}</StatusTag>
            ),
          },
        ]}
        empty={<EmptyState>{words.empty}</EmptyState>}
      />
    </Page>
  );
}
