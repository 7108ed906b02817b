import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { OnDay } from "#app/components/facts.tsx";
import { FilterDay, FilterForm } from "#app/components/filter.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Actions, LinkList, Page, Section } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import { findRedFlags } from "#app/domain/red-flags/queries.server.ts";
import { notFound } from "#app/http/params.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { dayOf } from "#app/values/time.ts";
import { flagParam, periodWish } from "./wish.server.ts";
import { formulaOf, measuredOf } from "./written.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "supervisor");
  const flag = flagParam(params.flag);
  const { bounds, findings } = await findRedFlags(by, periodWish(request));
  const finding = findings.find((one) => one.flag === flag) ?? notFound();
  return { bounds, ...finding };
}

export const meta: MetaFunction = (args) => titled(args, ({ redFlags }) => redFlags.title);

export default function RedFlagPage() {
  const { redFlags: words } = useMessages();
  const format = useFormat();
  const { search } = useLocation();
  const { flag, bounds, sightings, examined } = useLoaderData<typeof loader>();
  const { redFlags, redFlagCsv } = paths.office;
  const found = words.found(
    format.count(sightings.length, "item"),
    format.count(examined, "tender"),
  );
  return (
    <Page title={words.names[flag]} back={{ to: `${redFlags}${search}`, label: words.title }} wide>
      <Section title={words.formula}>
        <p>{formulaOf(words, format, flag, bounds)}</p>
      </Section>
      <FilterForm count={found}>
        <FilterDay name="from" label={words.from} />
        <FilterDay name="to" label={words.to} />
      </FilterForm>
      <Sightings />
      <Actions>
        <LinkButton to={`${redFlagCsv(flag)}${search}`} icon="download">
          {words.file}
        </LinkButton>
      </Actions>
    </Page>
  );
}

function Sightings() {
  const { redFlags: words } = useMessages();
  const format = useFormat();
  const { flag, sightings } = useLoaderData<typeof loader>();
  return (
    <DataTable
      caption={words.names[flag]}
      rows={sightings}
      rowKey={({ tenders, organizations }) =>
        [...tenders.map(({ tenderId }) => tenderId), ...organizations].join()
      }
      columns={[
        {
          key: "tender",
          label: words.columns.tender,
          main: true,
          cell: ({ tenders }) => (
            <LinkList
              links={tenders.map(({ tenderId, title, publishedAt }) => ({
                to: paths.office.tender(tenderId),
                label: title,
                note: <OnDay day={dayOf(publishedAt)} />,
              }))}
            />
          ),
        },
        {
          key: "organization",
          label: words.columns.organization,
          cell: ({ organizations }) => format.list(organizations),
        },
        {
          key: "measured",
          label: words.columns.measured,
          cell: (sighting) => measuredOf(words, format, flag, sighting),
        },
      ]}
      empty={<EmptyState>{words.none}</EmptyState>}
    />
  );
}
