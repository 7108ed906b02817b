import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkList, Page, Section } from "#app/components/page.tsx";
import { OfficeCharts } from "#app/components/statistics/office-charts.tsx";
import { findOfficeStatistics, listMonths } from "#app/domain/statistics/office.server.ts";
import { requireOfficeStaff } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { MonthTable } from "./month-table.tsx";

const ROWS_SHOWN = 60;

export async function loader({ request }: LoaderFunctionArgs) {
  const { by, at } = await requireOfficeStaff(request);
  const rows = await listMonths(by.officeId);
  return { ...(await findOfficeStatistics(by, at)), rows: rows.slice(0, ROWS_SHOWN) };
}

export const meta: MetaFunction = (args) => titled(args, ({ statistics }) => statistics.title);

export default function Statistics() {
  const { statistics } = useMessages();
  const { rows, ...charts } = useLoaderData<typeof loader>();
  return (
    <Page title={statistics.title} lead={statistics.lead} back={{ to: paths.office.home }} wide>
      <OfficeCharts {...charts} />
      <Section title={statistics.table.title}>
        <MonthTable rows={rows} />
        <LinkList links={[{ to: paths.office.statisticsFile, label: statistics.table.file }]} />
      </Section>
    </Page>
  );
}
