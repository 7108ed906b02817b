import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { Actions, Page, Section } from "#app/components/page.tsx";
import { OfficeCharts } from "#app/components/statistics/office-charts.tsx";
import { findOfficeStatistics } from "#app/domain/statistics/office.server.ts";
import { requireOfficeStaff } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { MonthTable } from "./month-table.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by, at } = await requireOfficeStaff(request);
  return await findOfficeStatistics(by, at);
}

export const meta: MetaFunction = (args) => titled(args, ({ statistics }) => statistics.title);

export default function Statistics() {
  const { statistics } = useMessages();
  const charts = useLoaderData<typeof loader>();
  return (
    <Page title={statistics.title} lead={statistics.lead} back={{ to: paths.office.home }} wide>
      <OfficeCharts {...charts} />
      <Section title={statistics.table.title} note={statistics.table.note}>
        <MonthTable months={charts.months} />
        <Actions>
          <LinkButton to={paths.office.statisticsFile} icon="download">
            {statistics.table.file}
          </LinkButton>
        </Actions>
      </Section>
    </Page>
  );
}
