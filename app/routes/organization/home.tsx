import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { TaskList } from "#app/components/card.tsx";
import { Money, OnDay } from "#app/components/facts.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { LinkList, Page, Section } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import { listOwnStaff } from "#app/domain/organizations/certificate-queries.server.ts";
import { findOrganizationHome } from "#app/domain/organizations/duties.server.ts";
import { findOwnOrganization } from "#app/domain/organizations/queries.server.ts";
import { notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { dayOf } from "#app/values/time.ts";
import { BidderTenders } from "./bidder-tenders.tsx";
import { StandingNotice } from "./standing-notice.tsx";
import { useTasks } from "./tasks.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const act = await requireManager(request);
  const organization = (await findOwnOrganization(act.by)) ?? notFound();
  const [home, staff] = await Promise.all([
    findOrganizationHome(act),
    listOwnStaff(act.by, dayOf(act.at)),
  ]);
  const uncertified = staff
    .filter(({ warnings }) => warnings.length > 0)
    .map(({ id, name }) => ({ id, name }));
  return { organization, uncertified, ...home };
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, (messages, home) => home?.organization.name ?? messages.organizations.nav.home);

export default function OrganizationHome() {
  const { organizations, payments, certificates } = useMessages();
  const { home } = organizations;
  const { organization, runningBids, contracts, ...duties } = useLoaderData<typeof loader>();
  const tasks = useTasks({ kind: organization.kind, ...duties });
  return (
    <Page title={home.title(organization.name)} wide>
      <StandingNotice {...organization} />
      <TaskList tasks={tasks} />
      <LinkList
        links={[
          { to: paths.organization.documents, label: certificates.list.title },
          { to: paths.organization.bankAccount, label: payments.account.go },
        ]}
      />
      <Section title={home.bids}>
        <BidderTenders
          caption={home.bids}
          rows={runningBids.map(({ tenderId, ...bid }) => ({ id: tenderId, ...bid }))}
          empty={
            <EmptyState
              action={<LinkButton to={paths.organization.tenders}>{home.seeTenders}</LinkButton>}
            >
              {home.bidsEmpty}
            </EmptyState>
          }
        />
      </Section>
      <Section title={home.contracts}>
        <RunningContracts contracts={contracts} />
      </Section>
    </Page>
  );
}

type Contracts = Awaited<ReturnType<typeof findOrganizationHome>>["contracts"];

function RunningContracts({ contracts }: { contracts: Contracts }) {
  const { home } = useMessages().organizations;
  return (
    <DataTable
      caption={home.contracts}
      rows={contracts}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "title",
          label: home.contract,
          main: true,
          cell: ({ id, title }) => <a href={paths.organization.contract(id)}>{title}</a>,
        },
        { key: "number", label: home.number, cell: ({ number }) => number },
        { key: "endsOn", label: home.endsOn, cell: ({ endsOn }) => <OnDay day={endsOn} /> },
        {
          key: "value",
          label: home.value,
          align: "end",
          cell: ({ value }) => <Money fen={value} />,
        },
      ]}
      empty={<EmptyState>{home.contractsEmpty}</EmptyState>}
    />
  );
}
