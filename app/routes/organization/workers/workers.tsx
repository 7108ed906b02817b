import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Actions, Page } from "#app/components/page.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { DataTable } from "#app/components/table.tsx";
import { listWorkers } from "#app/domain/organizations/worker-queries.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  return { workers: await listWorkers(by) };
}

export const meta: MetaFunction = (args) => titled(args, ({ roster }) => roster.list.title);

export default function Workers() {
  const { list } = useMessages().roster;
  const format = useFormat();
  const { workers } = useLoaderData<typeof loader>();
  return (
    <Page title={list.title} lead={list.lead} wide>
      <Actions>
        <LinkButton kind="main" to={paths.organization.newWorker}>
          {list.add}
        </LinkButton>
      </Actions>
      <DataTable
        caption={list.title}
        rows={workers}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "name",
            label: list.name,
            main: true,
            cell: ({ id, name }) => <a href={paths.organization.worker(id)}>{name}</a>,
          },
          { key: "phone", label: list.phone, cell: ({ phone }) => phone },
          {
            key: "delivers",
            label: list.delivers,
            cell: ({ delivers }) => format.list(delivers),
          },
          {
            key: "hours",
            label: list.hours,
            align: "end",
            cell: ({ active, minutes }) => <Hours active={active} minutes={minutes} />,
          },
        ]}
        empty={<EmptyState>{list.empty}</EmptyState>}
      />
    </Page>
  );
}

function Hours({ active, minutes }: { active: boolean; minutes: number }) {
  const { list } = useMessages().roster;
  const format = useFormat();
  if (!active) return <StatusTag kind="neutral">{list.left}</StatusTag>;
  return minutes > 0 ? format.minutes(minutes) : list.noHours;
}
