import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { FilterDay, FilterForm, FilterSelect, Pager } from "#app/components/filter.tsx";
import { Actions, Page, Section } from "#app/components/page.tsx";
import { fundAccounts } from "#app/domain/fund/ledger.ts";
import { findFund, listFundProjects } from "#app/domain/fund/queries.server.ts";
import {
  LINES_A_PAGE,
  listStatement,
  summarizeAccounts,
} from "#app/domain/fund/statement.server.ts";
import { statementViews } from "#app/domain/fund/statement.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOfficeStaff } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { AccountTable } from "./account-table.tsx";
import { StatementTable } from "./statement-table.tsx";
import { statementWish } from "./statement-wish.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOfficeStaff(request);
  const id = idParam<"fund">(params.fundId);
  const { wish, after } = statementWish(request);
  const [fund, projects, accounts, found] = await Promise.all([
    findFund(by, id),
    listFundProjects(by, id),
    summarizeAccounts(by, id, wish),
    listStatement(by, id, wish, { after, limit: LINES_A_PAGE + 1 }),
  ]);
  const lines = found.slice(0, LINES_A_PAGE);
  const next = found.length > LINES_A_PAGE ? (lines.at(-1)?.key ?? null) : null;
  return { fund: fund ?? notFound(), projects, accounts, lines, next, wish };
}

export const meta: MetaFunction = (args) => titled(args, ({ fund }) => fund.statement.title);

export default function Statement() {
  const { statement: words, accounts: names } = useMessages().fund;
  const { fund, accounts, lines, next, wish } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  return (
    <Page
      title={words.title}
      lead={words.lead(fund.name)}
      back={{ to: paths.office.fund(fund.id), label: fund.name }}
      wide
    >
      <Filters />
      <Section title={words.accounts} note={words.note}>
        <AccountTable accounts={accounts} />
      </Section>
      <Section title={words.lines(names[wish.account], words.views[wish.view])}>
        <StatementTable lines={lines} view={wish.view} />
        <Pager next={next} />
        <Actions>
          <LinkButton to={paths.office.statementFile(fund.id, "csv", search)} icon="download">
            {words.csv}
          </LinkButton>
          <LinkButton to={paths.office.statementFile(fund.id, "xlsx", search)} icon="download">
            {words.excel}
          </LinkButton>
        </Actions>
      </Section>
    </Page>
  );
}

function Filters() {
  const { statement: words, accounts, movements } = useMessages().fund;
  const { projects } = useLoaderData<typeof loader>();
  return (
    <FilterForm>
      <FilterDay name="from" label={words.from} />
      <FilterDay name="to" label={words.to} />
      <FilterSelect
        name="account"
        label={words.account}
        all={accounts.available}
        options={fundAccounts
          .filter((account) => account !== "available")
          .map((value) => ({ value, label: accounts[value] }))}
      />
      <FilterSelect
        name="view"
        label={words.view}
        all={words.views.movement}
        options={statementViews
          .filter((view) => view !== "movement")
          .map((value) => ({ value, label: words.views[value] }))}
      />
      <FilterSelect
        name="projectId"
        label={movements.project}
        all={words.allProjects}
        options={projects.map(({ id, number, title }) => ({
          value: id,
          label: `${number} ${title}`,
        }))}
      />
    </FilterForm>
  );
}
