import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { FilterDay, FilterForm } from "#app/components/filter.tsx";
import { Page } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import { findRedFlags } from "#app/domain/red-flags/queries.server.ts";
import { requireOffice } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { periodWish } from "./wish.server.ts";
import { formulaOf } from "./written.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireOffice(request, "supervisor");
  const { bounds, findings } = await findRedFlags(by, periodWish(request));
  const rows = findings.map(({ sightings, ...finding }) => ({ ...finding, n: sightings.length }));
  return { bounds, rows };
}

export const meta: MetaFunction = (args) => titled(args, ({ redFlags }) => redFlags.title);

export default function RedFlags() {
  const { redFlags: words } = useMessages();
  const format = useFormat();
  const { search } = useLocation();
  const { bounds, rows } = useLoaderData<typeof loader>();
  return (
    <Page title={words.title} lead={words.lead} wide>
      <FilterForm>
        <FilterDay name="from" label={words.from} />
        <FilterDay name="to" label={words.to} />
      </FilterForm>
      <DataTable
        caption={words.title}
        rows={rows}
        rowKey={({ flag }) => flag}
        columns={[
          {
            key: "flag",
            label: words.title,
            main: true,
            cell: ({ flag }) => (
              <a href={`${paths.office.redFlag(flag)}${search}`}>{words.names[flag]}</a>
            ),
          },
          {
            key: "found",
            label: words.columns.measured,
            cell: ({ n, examined }) =>
              words.found(format.count(n, "item"), format.count(examined, "tender")),
          },
          {
            key: "formula",
            label: words.formula,
            cell: ({ flag }) => formulaOf(words, format, flag, bounds),
          },
        ]}
        empty={null}
      />
      <p className="note">{words.settings}</p>
    </Page>
  );
}
