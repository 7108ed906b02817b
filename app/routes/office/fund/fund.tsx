import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { NumberBig, Numbers } from "#app/components/facts.tsx";
import { Pager } from "#app/components/filter.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Actions, LinkList, More, Page, Section } from "#app/components/page.tsx";
import type { Balances } from "#app/domain/fund/ledger.ts";
import {
  listFundProjects,
  listFunds,
  listMovements,
  MOVEMENTS_A_PAGE,
} from "#app/domain/fund/queries.server.ts";
import { idSearchParam, notFound } from "#app/http/params.server.ts";
import { requireOfficeReader } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { fen } from "#app/values/money.ts";
import { FundProjects } from "./fund-projects.tsx";
import { Movements } from "./movements.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by, roles } = await requireOfficeReader(request);
  const funds = await listFunds(by);
  const wanted = idSearchParam<"fund">(request, "fund");
  const fund = wanted ? funds.find(({ id }) => id === wanted) : funds[0];
  if (wanted && !fund) return notFound();
  const others = funds.filter((other) => other !== fund);
  const after = idSearchParam(request, "after");
  const may = { open: roles.includes("officer") || roles.includes("finance") };
  if (!fund)
    return { fund, others, projects: [], movements: [], next: null, may, allocates: false };
  const [projects, found] = await Promise.all([
    listFundProjects(by, fund.id),
    listMovements(by, fund.id, { after, limit: MOVEMENTS_A_PAGE + 1 }),
  ]);
  const movements = found.slice(0, MOVEMENTS_A_PAGE);
  const next = found.length > MOVEMENTS_A_PAGE ? (movements.at(-1)?.id ?? null) : null;
  return { fund, others, projects, movements, next, may, allocates: roles.includes("finance") };
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, (messages) => messages.fund.title);

export default function Fund() {
  const { fund: words } = useMessages();
  const { fund, others, projects, movements, next, may, allocates } =
    useLoaderData<typeof loader>();
  const open = may.open && <LinkButton to={paths.office.newFund}>{words.open.start}</LinkButton>;
  if (!fund) {
    return (
      <Page title={words.title} wide>
        <EmptyState action={open}>{words.none}</EmptyState>
      </Page>
    );
  }
  return (
    <Page title={words.named(String(fund.year), fund.name)} wide>
      <BalanceNumbers balances={fund.balances} />
      <Actions>
        {allocates && (
          <LinkButton kind="main" to={paths.office.allocation(fund.id)}>
            {words.allocation.start}
          </LinkButton>
        )}
        {open}
      </Actions>
      <More label={words.explained.title}>
        <ul>
          {words.explained.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </More>
      <FundProjects projects={projects} />
      <Section title={words.movements.title}>
        <Movements movements={movements} />
        <Pager next={next} />
        <Actions>
          <LinkButton to={paths.office.fundMovements(fund.id)} icon="download">
            {words.movements.download}
          </LinkButton>
        </Actions>
      </Section>
      {others.length > 0 && <OtherFunds funds={others} />}
    </Page>
  );
}

const shownAccounts = ["available", "reserved", "committed", "payable", "paid"] as const;

function BalanceNumbers({ balances }: { balances: Balances }) {
  const { fund } = useMessages();
  const { money } = useFormat();
  return (
    <Numbers>
      <NumberBig
        label={fund.accounts.appropriation}
        value={money(fen(0 - balances.appropriation))}
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

function OtherFunds({ funds }: { funds: { id: string; year: number; name: string }[] }) {
  const { fund } = useMessages();
  return (
    <Section title={fund.choose}>
      <LinkList
        links={funds.map(({ id, year, name }) => ({
          to: paths.office.fund(id),
          label: fund.named(String(year), name),
        }))}
      />
    </Section>
  );
}
