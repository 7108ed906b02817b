import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { Moment, Money } from "#app/components/facts.tsx";
import { FilterForm, FilterSelect, FilterText, Pager } from "#app/components/filter.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Actions, Page } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import { TenderStatusTag } from "#app/components/tenders/tender-status-tag.tsx";
import {
  countProjects,
  listCommunities,
  listProjects,
  PROJECTS_A_PAGE,
} from "#app/domain/projects/queries.server.ts";
import { tenderStatuses } from "#app/domain/tenders/tender.ts";
import { idSearchParam } from "#app/http/params.server.ts";
import { requireOfficeReader } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { projectWish } from "./wish.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by, roles } = await requireOfficeReader(request);
  const wish = projectWish(request);
  const after = idSearchParam(request, "after");
  const [found, total, communities] = await Promise.all([
    listProjects(by, wish, { after, limit: PROJECTS_A_PAGE + 1 }),
    countProjects(by, wish),
    listCommunities(by),
  ]);
  const rows = found.slice(0, PROJECTS_A_PAGE);
  const next = found.length > PROJECTS_A_PAGE ? (rows.at(-1)?.id ?? null) : null;
  return { rows, next, total, communities, drafts: roles.includes("officer") };
}

export const meta: MetaFunction = (args) => titled(args, ({ projects }) => projects.list.title);

export default function Projects() {
  const { projects, tenderStatus } = useMessages();
  const { count } = useFormat();
  const { search } = useLocation();
  const { rows, next, total, communities, drafts } = useLoaderData<typeof loader>();
  const words = projects.list;
  return (
    <Page title={words.title} lead={words.lead} wide>
      {drafts && <DraftActions />}
      <FilterForm count={count(total, "project")}>
        <FilterText name="q" label={words.words} />
        <FilterSelect
          name="status"
          label={words.status}
          options={tenderStatuses.map((value) => ({ value, label: tenderStatus[value] }))}
        />
        <FilterSelect
          name="community"
          label={words.community}
          options={communities.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </FilterForm>
      <ProjectTable rows={rows} />
      <Pager next={next} />
      <Actions>
        <LinkButton to={`${paths.office.projectsCsv}${search}`} icon="download">
          {words.download}
        </LinkButton>
      </Actions>
    </Page>
  );
}

function DraftActions() {
  const words = useMessages().projects.list;
  return (
    <Actions>
      <LinkButton kind="main" to={paths.office.newProject} icon="plus">
        {words.draft}
      </LinkButton>
      <LinkButton to={paths.office.importProjects}>{words.import}</LinkButton>
    </Actions>
  );
}

type Row = Awaited<ReturnType<typeof listProjects>>[number];

function ProjectTable({ rows }: { rows: Row[] }) {
  const words = useMessages().projects.list;
  const { list, count } = useFormat();
  return (
    <DataTable
      caption={words.title}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          label: words.name,
          main: true,
          cell: ({ id, title }) => <a href={paths.office.tender(id)}>{title}</a>,
        },
        { key: "number", label: words.number, sort: true, cell: ({ number }) => number },
        {
          key: "communities",
          label: words.communities,
          deskOnly: true,
          cell: ({ communities }) =>
            communities.length > 2 ? count(communities.length, "community") : list(communities),
        },
        {
          key: "ceiling",
          label: words.ceiling,
          align: "end",
          sort: true,
          cell: ({ ceiling }) => ceiling && <Money fen={ceiling} />,
        },
        {
          key: "deadline",
          label: words.deadline,
          sort: true,
          cell: ({ deadline }) => deadline && <Moment at={deadline} />,
        },
        {
          key: "status",
          label: words.status,
          cell: ({ status }) => <TenderStatusTag status={status} />,
        },
      ]}
      empty={<EmptyState>{words.empty}</EmptyState>}
    />
  );
}
