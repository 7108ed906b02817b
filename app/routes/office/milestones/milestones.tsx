import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Money, OnDay } from "#app/components/facts.tsx";
import { MilestoneStatus } from "#app/components/milestones/milestone-facts.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { LinkList, Page } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import { listOfficeMilestones } from "#app/domain/milestones/queries.server.ts";
import { requireOfficeStaff } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireOfficeStaff(request);
  return { rows: await listOfficeMilestones(by) };
}

export const meta: MetaFunction = (args) => titled(args, ({ milestones }) => milestones.title);

export default function OfficeMilestones() {
  const { milestones, payments } = useMessages();
  const { title, officeLead, empty, columns } = milestones;
  const { rows } = useLoaderData<typeof loader>();
  return (
    <Page title={title} lead={officeLead} wide>
      <LinkList links={[{ to: paths.office.batches, label: payments.batches.title }]} />
      <DataTable
        caption={title}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "contract",
            label: columns.contract,
            main: true,
            cell: ({ id, contract }) => <a href={paths.office.milestone(id)}>{contract}</a>,
          },
          { key: "name", label: columns.name, cell: ({ name }) => name },
          {
            key: "organization",
            label: columns.organization,
            cell: ({ organization }) => organization,
          },
          { key: "due", label: columns.due, cell: ({ dueOn }) => <OnDay day={dueOn} /> },
          {
            key: "state",
            label: columns.state,
            cell: ({ state }) => <MilestoneStatus state={state} />,
          },
          { key: "cap", label: columns.cap, align: "end", cell: ({ cap }) => <Money fen={cap} /> },
          {
            key: "pay",
            label: columns.pay,
            align: "end",
            cell: ({ pay }) => pay !== null && <Money fen={pay} />,
          },
        ]}
        empty={<EmptyState>{empty}</EmptyState>}
      />
    </Page>
  );
}
