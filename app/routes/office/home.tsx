import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { TaskList } from "#app/components/card.tsx";
import { Money, NumberBig, Numbers, OnDay } from "#app/components/facts.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { LinkList, Page, Section } from "#app/components/page.tsx";
import { OfficeCharts } from "#app/components/statistics/office-charts.tsx";
import { DataTable } from "#app/components/table.tsx";
import { findDesk } from "#app/domain/offices/desk.server.ts";
import { findOfficeStatistics } from "#app/domain/statistics/office.server.ts";
import { requireOfficeReader } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { RunningTenders } from "./running-tenders.tsx";
import { useTasks } from "./tasks.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const reader = await requireOfficeReader(request);
  const [desk, charts] = await Promise.all([
    findDesk(reader.by, reader, reader.at),
    findOfficeStatistics(reader.by, reader.at),
  ]);
  return { ...desk, roles: reader.roles, charts };
}

export const meta: MetaFunction = (args) => titled(args, ({ office }) => office.home.title);

export default function OfficeHome() {
  const { office, statistics } = useMessages();
  const { home } = office;
  const desk = useLoaderData<typeof loader>();
  return (
    <Page title={home.title} lead={home.lead(desk.office)} wide>
      <TaskList tasks={useTasks(desk)} />
      <Section title={home.running} note={home.runningNote}>
        <RunningTenders
          tenders={desk.tenders.filter(({ step }) => "wait" in step)}
          drafts={desk.roles.includes("officer")}
        />
      </Section>
      <ActiveContracts contracts={desk.contracts} />
      <FundNumbers />
      <OfficeCharts {...desk.charts} />
      <LinkList links={[{ to: paths.office.statistics, label: statistics.see }]} />
    </Page>
  );
}

type Desk = Awaited<ReturnType<typeof findDesk>>;

function ActiveContracts({ contracts }: Pick<Desk, "contracts">) {
  const { home } = useMessages().office;
  const { columns: words } = useMessages().contracts;
  if (contracts.length === 0) return null;
  return (
    <Section title={home.contracts}>
      <DataTable
        caption={home.contracts}
        rows={contracts}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "title",
            label: words.title,
            main: true,
            cell: ({ id, title }) => <a href={paths.office.contract(id)}>{title}</a>,
          },
          { key: "number", label: words.number, cell: ({ number }) => number },
          {
            key: "organization",
            label: words.organization,
            cell: ({ organization }) => organization,
          },
          { key: "endsOn", label: words.end, cell: ({ endsOn }) => <OnDay day={endsOn} /> },
          {
            key: "value",
            label: words.value,
            align: "end",
            cell: ({ value }) => <Money fen={value} />,
          },
        ]}
        empty={null}
      />
    </Section>
  );
}

const shownAccounts = ["available", "reserved", "committed", "payable", "paid"] as const;

/** This year's funds in numbers. */
function FundNumbers() {
  const { office, fund: words } = useMessages();
  const { money } = useFormat();
  const { funds, year } = useLoaderData<typeof loader>();
  return (
    <Section title={office.home.numbers(String(year))}>
      {funds.length === 0 && (
        <EmptyState action={<LinkButton to={paths.office.fund()}>{words.title}</LinkButton>}>
          {office.home.noFund}
        </EmptyState>
      )}
      {funds.map(({ id, name, balances }) => (
        <div key={id} className="section">
          <h3>
            <a href={paths.office.fund(id)}>{name}</a>
          </h3>
          <Numbers>
            {shownAccounts.map((account) => (
              <NumberBig
                key={account}
                label={words.accounts[account]}
                value={money(balances[account])}
              />
            ))}
          </Numbers>
        </div>
      ))}
    </Section>
  );
}
