import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ChallengeStateTag } from "#app/components/challenges/challenge-state-tag.tsx";
import { Moment } from "#app/components/facts.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Page } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import { listChallenges } from "#app/domain/challenges/office-queries.server.ts";
import { requireOfficeStaff } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireOfficeStaff(request);
  return { rows: await listChallenges(by) };
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ challenges }) => challenges.office.title);

export default function Challenges() {
  const { office: words, subjects } = useMessages().challenges;
  const { rows } = useLoaderData<typeof loader>();
  return (
    <Page title={words.title} lead={words.lead} wide>
      <DataTable
        caption={words.title}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "tender",
            label: words.tender,
            main: true,
            cell: ({ id, title }) => <a href={paths.office.challenge(id)}>{title}</a>,
          },
          { key: "subject", label: words.subject, cell: ({ subject }) => subjects[subject] },
          {
            key: "organization",
            label: words.organization,
            cell: ({ organization }) => organization ?? words.hidden,
          },
          {
            key: "state",
            label: words.state,
            cell: ({ state }) => <ChallengeStateTag state={state} />,
          },
          {
            key: "due",
            label: words.due,
            cell: ({ due }) => due && <Moment at={due} as="deadline" />,
          },
        ]}
        empty={<EmptyState>{words.empty}</EmptyState>}
      />
    </Page>
  );
}
