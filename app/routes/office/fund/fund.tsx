import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { NumberBig, Numbers } from "#app/components/facts.tsx";
import { Pager } from "#app/components/filter.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Actions, More, Page, Section } from "#app/components/page.tsx";
import type { Balances } from "#app/domain/fund/ledger.ts";
import { listMovements, MOVEMENTS_A_PAGE } from "#app/domain/fund/movements.server.ts";
import { listFundProjects, listFunds, listFundTasks } from "#app/domain/fund/queries.server.ts";
import { listYearEnds } from "#app/domain/fund/year-ends.server.ts";
import { idParam, idSearchParam, notFound } from "#app/http/params.server.ts";
import { requireOfficeReader } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { fen } from "#app/values/money.ts";
import { FundActions } from "./fund-actions.tsx";
import { FundProjects } from "./fund-projects.tsx";
import { FundTable } from "./fund-table.tsx";
import { FundTasks } from "./fund-tasks.tsx";
import { Movements } from "./movements.tsx";
import { YearEnds } from "./year-ends.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by, roles, userId } = await requireOfficeReader(request);
  const id = idParam<"fund">(params.fundId);
  const after = idSearchParam(request, "after");
  const [funds, projects, tasks, yearEnds, found] = await Promise.all([
    listFunds(by),
    listFundProjects(by, id),
    listFundTasks(by, id),
    listYearEnds(by, id),
    listMovements(by, id, { after, limit: MOVEMENTS_A_PAGE + 1 }),
  ]);
  const fund = funds.find((one) => one.id === id) ?? notFound();
  const parent = funds.find((one) => one.id === fund.parentId) ?? null;
  const parts = funds.filter(({ parentId }) => parentId === id);
  const movements = found.slice(0, MOVEMENTS_A_PAGE);
  const next = found.length > MOVEMENTS_A_PAGE ? (movements.at(-1)?.id ?? null) : null;
  const reader = { roles, userId };
  return { fund, parent, parts, projects, tasks, yearEnds, movements, next, reader };
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, (messages, found) => found?.fund.name ?? messages.fund.title);

export default function Fund() {
  const { fund: words } = useMessages();
  const { stamp } = useFormat();
  const { fund, parent, parts, projects, tasks, yearEnds, movements, next, reader } =
    useLoaderData<typeof loader>();
  return (
    <Page
      title={words.named(String(fund.year), fund.name)}
      lead={parent ? words.part.of(parent.name) : undefined}
      back={
        parent
          ? { to: paths.office.fund(parent.id), label: parent.name }
          : { to: paths.office.fund(), label: words.all }
      }
      wide
    >
      {fund.closedAt && <Notice kind="info">{words.closedOn(stamp(fund.closedAt))}</Notice>}
      <BalanceNumbers balances={fund.balances} note={words.sources[fund.source]} />
      <FundActions fund={fund} yearEnds={yearEnds} roles={reader.roles} />
      <More label={words.explained.title}>
        <ul>
          {words.explained.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </More>
      {parts.length > 0 && (
        <Section title={words.part.list}>
          <FundTable funds={parts} />
        </Section>
      )}
      {tasks.length > 0 && <FundTasks tasks={tasks} />}
      <FundProjects projects={projects} />
      {yearEnds.length > 0 && <YearEnds yearEnds={yearEnds} />}
      <Section title={words.movements.title}>
        <Movements movements={movements} reader={reader} />
        <Pager next={next} />
        <Actions>
          <LinkButton to={paths.office.statement(fund.id)}>{words.statement.title}</LinkButton>
          <LinkButton to={paths.office.fundMovements(fund.id)} icon="download">
            {words.movements.download}
          </LinkButton>
        </Actions>
      </Section>
    </Page>
  );
}

const shownAccounts = ["available", "reserved", "committed", "payable", "paid", "surplus"] as const;

function BalanceNumbers({ balances, note }: { balances: Balances; note: string }) {
  const { fund } = useMessages();
  const { money } = useFormat();
  return (
    <Numbers>
      <NumberBig
        label={fund.accounts.appropriation}
        value={money(fen(0 - balances.appropriation))}
        note={note}
      />
      {shownAccounts.map((account) => (
        <NumberBig
          key={account}
          label={fund.accounts[account]}
          value={money(balances[account])}
          note={fund.accountNotes[account]}
        />
      ))}
    </Numbers>
  );
}
