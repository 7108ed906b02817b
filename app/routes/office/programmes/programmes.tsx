import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { Money } from "#app/components/facts.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Actions, Page } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import { listProgrammes } from "#app/domain/services/programme-queries.server.ts";
import { requireOfficeReader } from "#app/http/session.server.ts";
import { useFormat, useMessages, usePreferences } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { forWhomIn, type Programme } from "./for-whom.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by, roles } = await requireOfficeReader(request);
  return { programmes: await listProgrammes(by), mayAdd: roles.includes("officer") };
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ services }) => services.programmes.title);

export default function Programmes() {
  const { programmes: words } = useMessages().services;
  const { programmes, mayAdd } = useLoaderData<typeof loader>();
  return (
    <Page title={words.title} lead={words.lead} wide>
      <Actions>
        {mayAdd && (
          <LinkButton kind="main" to={paths.office.newProgramme}>
            {words.add}
          </LinkButton>
        )}
        <LinkButton to={paths.office.programmesCsv} icon="download">
          {words.csv}
        </LinkButton>
      </Actions>
      <ProgrammesTable programmes={programmes} />
    </Page>
  );
}

function ProgrammesTable({ programmes }: { programmes: readonly Programme[] }) {
  const { programmes: words } = useMessages().services;
  const { day, count, number } = useFormat();
  const forWhom = forWhomIn(usePreferences().language);
  return (
    <DataTable
      caption={words.title}
      rows={programmes}
      rowKey={({ id }) => id}
      columns={[
        { key: "name", label: words.name, main: true, cell: ({ name }) => name },
        { key: "who", label: words.who, cell: forWhom },
        {
          key: "rate",
          label: words.rate,
          align: "end",
          cell: ({ rateBp }) => `${number(rateBp / 100)}${words.form.percent}`,
        },
        {
          key: "cap",
          label: words.cap,
          align: "end",
          cell: ({ capPerVisit }) => <Money fen={capPerVisit} />,
        },
        {
          key: "quota",
          label: words.quota,
          align: "end",
          cell: ({ monthlyQuota }) => <Money fen={monthlyQuota} />,
        },
        {
          key: "valid",
          label: words.valid,
          cell: ({ validFrom, validTo }) => words.validFromTo(day(validFrom), day(validTo)),
        },
        {
          key: "used",
          label: words.used,
          align: "end",
          cell: ({ used }) => count(used, "service"),
        },
      ]}
      empty={<EmptyState>{words.empty}</EmptyState>}
    />
  );
}
