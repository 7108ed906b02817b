import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { LinkButton } from "#app/components/button.tsx";
import { FilterForm, FilterText, Pager } from "#app/components/filter.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Actions, Page } from "#app/components/page.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { DataTable } from "#app/components/table.tsx";
import { listWorkers } from "#app/domain/organizations/worker-queries.server.ts";
import { askedOf, id } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const Filters = z.object({
  q: z.string().max(60).optional().catch(undefined),
  after: id<"worker">().optional().catch(undefined),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  const params = Object.fromEntries(askedOf(request));
  const { q, after } = Filters.parse(params);
  return await listWorkers(by, { words: q, after });
}

export const meta: MetaFunction = (args) => titled(args, ({ roster }) => roster.list.title);

export default function Workers() {
  const { roster, certificates } = useMessages();
  const { list } = roster;
  const format = useFormat();
  const { rows, total, next } = useLoaderData<typeof loader>();
  return (
    <Page title={list.title} lead={list.lead} wide>
      <Actions>
        <LinkButton kind="main" to={paths.organization.newWorker}>
          {list.add}
        </LinkButton>
        <LinkButton to={paths.organization.certificates}>{certificates.staff.go}</LinkButton>
      </Actions>
      <FilterForm count={format.count(total, "person")}>
        <FilterText name="q" label={list.words} />
      </FilterForm>
      <WorkersTable rows={rows} />
      <Pager next={next} />
    </Page>
  );
}

type Row = Awaited<ReturnType<typeof listWorkers>>["rows"][number];

function WorkersTable({ rows }: { rows: readonly Row[] }) {
  const { list } = useMessages().roster;
  const format = useFormat();
  return (
    <DataTable
      caption={list.title}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "name",
          label: list.name,
          main: true,
          cell: (row) => <a href={paths.organization.worker(row.id)}>{row.name}</a>,
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
  );
}

function Hours({ active, minutes }: { active: boolean; minutes: number }) {
  const { list } = useMessages().roster;
  const format = useFormat();
  if (!active) return <StatusTag kind="neutral">{list.left}</StatusTag>;
  return minutes > 0 ? format.minutes(minutes) : list.noHours;
}
