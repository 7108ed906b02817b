import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Actions, Page, Section } from "#app/components/page.tsx";
import { FundChart } from "#app/components/statistics/fund-chart.tsx";
import { listFunds } from "#app/domain/fund/queries.server.ts";
import { findOfficeStatistics } from "#app/domain/statistics/office.server.ts";
import { requireOfficeReader } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { FundTable } from "./fund-table.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by, at, roles } = await requireOfficeReader(request);
  const [funds, { year, balances }] = await Promise.all([
    listFunds(by),
    findOfficeStatistics(by, at),
  ]);
  const opens = roles.includes("officer") || roles.includes("finance");
  return { funds, year, balances, opens };
}

export const meta: MetaFunction = (args) => titled(args, ({ fund }) => fund.title);

export default function Funds() {
  const { fund: words, payments } = useMessages();
  const { funds, year, balances, opens } = useLoaderData<typeof loader>();
  const open = opens && <LinkButton to={paths.office.newFund}>{words.open.start}</LinkButton>;
  if (funds.length === 0) {
    return (
      <Page title={words.title} wide>
        <EmptyState action={open}>{words.none}</EmptyState>
      </Page>
    );
  }
  return (
    <Page title={words.title} lead={words.lead} wide>
      <Actions>
        {open}
        <LinkButton to={paths.office.batches}>{payments.batches.title}</LinkButton>
      </Actions>
      <Section title={words.all}>
        <FundTable funds={funds} />
      </Section>
      <FundChart year={year} balances={balances} />
    </Page>
  );
}
