import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { OnDay } from "#app/components/facts.tsx";
import { FilterForm, FilterSelect, FilterText, Pager } from "#app/components/filter.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { SuspendedTag } from "#app/components/organizations/suspensions.tsx";
import { Page } from "#app/components/page.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { DataTable } from "#app/components/table.tsx";
import { organizationStandings } from "#app/domain/organizations/organization.ts";
import { listAllOrganizations } from "#app/domain/organizations/queries.server.ts";
import { askedOf, id } from "#app/http/params.server.ts";
import { requireOperator } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { dayOf } from "#app/values/time.ts";
import { standingMarks } from "./standing-marks.ts";

const Filters = z.object({
  q: z.string().max(60).default("").catch(""),
  standing: z.enum(organizationStandings).optional().catch(undefined),
  after: id<"organization">().optional().catch(undefined),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireOperator(request);
  const params = Object.fromEntries(askedOf(request));
  const { q: words, standing, after } = Filters.parse(params);
  return await listAllOrganizations(by, { words, standing, after });
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ organizations }) => organizations.platform.organizations.title);

export default function AllOrganizations() {
  const { organizations } = useMessages();
  const { organizations: words } = organizations.platform;
  const format = useFormat();
  const { rows, total, next } = useLoaderData<typeof loader>();
  return (
    <Page title={words.title} lead={words.lead} wide>
      <FilterForm count={format.count(total, "organization")}>
        <FilterText name="q" label={organizations.list.words} />
        <FilterSelect
          name="standing"
          label={words.standing}
          options={organizationStandings.map((value) => ({
            value,
            label: organizations.standing[value],
          }))}
        />
      </FilterForm>
      <OrganizationsTable rows={rows} />
      <Pager next={next} />
    </Page>
  );
}

type Row = Awaited<ReturnType<typeof listAllOrganizations>>["rows"][number];

function OrganizationsTable({ rows }: { rows: Row[] }) {
  const { facts, standing: standings, platform } = useMessages().organizations;
  return (
    <DataTable
      caption={platform.organizations.title}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "name",
          label: facts.name,
          main: true,
          cell: (row) => (
            <>
              <a href={paths.platform.organization(row.id)}>{row.name}</a>
              {row.suspended && <SuspendedTag />}
            </>
          ),
        },
        { key: "creditCode", label: facts.creditCode, cell: ({ creditCode }) => creditCode },
        {
          key: "standing",
          label: platform.organizations.standing,
          cell: ({ standing }) => (
            <StatusTag kind={standingMarks[standing]}>{standings[standing]}</StatusTag>
          ),
        },
        {
          key: "registeredAt",
          label: facts.registeredAt,
          cell: ({ registeredAt }) => <OnDay day={dayOf(registeredAt)} />,
        },
      ]}
      empty={<EmptyState>{platform.organizations.empty}</EmptyState>}
    />
  );
}
