import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PostButton } from "#app/components/button.tsx";
import { Pager } from "#app/components/filter.tsx";
import { EmptyState, Notice } from "#app/components/notice.tsx";
import { Page } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import { wordLetter } from "#app/domain/mail/letter.ts";
import { listUndelivered } from "#app/domain/mail/queries.server.ts";
import { idSearchParam } from "#app/http/params.server.ts";
import { requireOperator } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireOperator(request);
  return await listUndelivered(by, idSearchParam(request, "after"));
}

export const meta: MetaFunction = (args) => titled(args, ({ mail }) => mail.platform.title);

export default function Undelivered() {
  const { platform } = useMessages().mail;
  const format = useFormat();
  const { rows, next, untold } = useLoaderData<typeof loader>();
  return (
    <Page title={platform.title} lead={platform.lead} wide>
      {untold > 0 && (
        <Notice kind="waiting">{platform.untold(format.count(untold, "event"))}</Notice>
      )}
      <UndeliveredTable rows={rows} />
      <Pager next={next} />
    </Page>
  );
}

type Row = Awaited<ReturnType<typeof listUndelivered>>["rows"][number];

function UndeliveredTable({ rows }: { rows: Row[] }) {
  const { letters, platform } = useMessages().mail;
  const format = useFormat();
  const subjectOf = (row: Row) => wordLetter(letters, row, format).subject;
  return (
    <DataTable
      caption={platform.title}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: "subject", label: platform.subject, main: true, cell: subjectOf },
        { key: "to", label: platform.to, cell: ({ name, address }) => `${name} ${address}` },
        {
          key: "attempts",
          label: platform.attempts,
          align: "end",
          cell: ({ attempts }) => format.number(attempts),
        },
        { key: "error", label: platform.error, cell: ({ lastError }) => lastError },
        {
          key: "again",
          label: platform.again,
          cell: (row) => (
            <PostButton
              kind="quiet"
              action={paths.platform.sending(row.id)}
              label={platform.againOf(subjectOf(row))}
            >
              {platform.again}
            </PostButton>
          ),
        },
      ]}
      empty={<EmptyState>{platform.empty}</EmptyState>}
    />
  );
}
