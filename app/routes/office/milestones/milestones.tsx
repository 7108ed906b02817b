import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { Money, OnDay } from "#app/components/facts.tsx";
import { FilterForm, FilterSelect, FilterText, Pager } from "#app/components/filter.tsx";
import { MilestoneStatus } from "#app/components/milestones/milestone-facts.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Actions, Page } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import { milestoneStates } from "#app/domain/contracts/contract.ts";
import {
  countOfficeMilestones,
  listOfficeMilestones,
  MILESTONES_A_PAGE,
} from "#app/domain/milestones/office-list.server.ts";
import { idSearchParam } from "#app/http/params.server.ts";
import { requireOfficeStaff } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { milestonesWish } from "./wish.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireOfficeStaff(request);
  const wish = milestonesWish(request);
  const after = idSearchParam(request, "after");
  const [found, total] = await Promise.all([
    listOfficeMilestones(by, wish, { after, limit: MILESTONES_A_PAGE + 1 }),
    countOfficeMilestones(by, wish),
  ]);
  const rows = found.slice(0, MILESTONES_A_PAGE);
  const next = found.length > MILESTONES_A_PAGE ? (rows.at(-1)?.id ?? null) : null;
  return { rows, next, total };
}

export const meta: MetaFunction = (args) => titled(args, ({ milestones }) => milestones.title);

export default function OfficeMilestones() {
  const { milestones: words, contracts, payments } = useMessages();
  const { count } = useFormat();
  const { search } = useLocation();
  const { next, total } = useLoaderData<typeof loader>();
  return (
    <Page title={words.title} lead={words.officeLead} wide>
      <FilterForm count={count(total, "milestone")}>
        <FilterText name="q" label={contracts.words} />
        <FilterSelect
          name="state"
          label={words.columns.state}
          options={milestoneStates.map((value) => ({ value, label: contracts.milestone[value] }))}
        />
      </FilterForm>
      <MilestoneTable />
      <Pager next={next} />
      <Actions>
        <LinkButton to={`${paths.office.milestonesCsv}${search}`} icon="download">
          {words.download}
        </LinkButton>
        <LinkButton to={paths.office.batches}>{payments.batches.title}</LinkButton>
      </Actions>
    </Page>
  );
}

function MilestoneTable() {
  const { title, one, empty, noneFound, columns } = useMessages().milestones;
  const { search } = useLocation();
  const { rows } = useLoaderData<typeof loader>();
  return (
    <DataTable
      caption={title}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          label: columns.name,
          main: true,
          cell: ({ id, contract, name }) => (
            <a href={paths.office.milestone(id)}>{one(contract, name)}</a>
          ),
        },
        {
          key: "organization",
          label: columns.organization,
          cell: ({ organization }) => organization,
        },
        { key: "due", label: columns.due, sort: true, cell: ({ dueOn }) => <OnDay day={dueOn} /> },
        {
          key: "state",
          label: columns.state,
          cell: ({ state }) => <MilestoneStatus state={state} />,
        },
        {
          key: "cap",
          label: columns.cap,
          align: "end",
          sort: true,
          cell: ({ cap }) => <Money fen={cap} />,
        },
        {
          key: "pay",
          label: columns.pay,
          align: "end",
          cell: ({ pay }) => pay !== null && <Money fen={pay} />,
        },
      ]}
      empty={<EmptyState>{search ? noneFound : empty}</EmptyState>}
    />
  );
}
