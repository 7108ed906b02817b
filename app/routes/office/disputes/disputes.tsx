import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Moment } from "#app/components/facts.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Page, Section } from "#app/components/page.tsx";
import { type Column, DataTable } from "#app/components/table.tsx";
import {
  listOpenDisputes,
  listSettledDisputes,
} from "#app/domain/bookings/dispute-queries.server.ts";
import { readableReference } from "#app/domain/bookings/reference.ts";
import { requireOfficeStaff } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireOfficeStaff(request);
  const [open, settled] = await Promise.all([listOpenDisputes(by), listSettledDisputes(by)]);
  return { open, settled };
}

export const meta: MetaFunction = (args) => titled(args, ({ delivery }) => delivery.disputes.title);

export default function Disputes() {
  const { disputes: words } = useMessages().delivery;
  const { open, settled } = useLoaderData<typeof loader>();
  return (
    <Page title={words.title} lead={words.lead} wide>
      <DisputeTable caption={words.title} rows={open} empty={words.empty} />
      <Section title={words.settled}>
        <DisputeTable caption={words.settled} rows={settled} empty={words.settledEmpty} />
      </Section>
    </Page>
  );
}

type Row = Awaited<ReturnType<typeof listOpenDisputes>>[number];

function DisputeTable(props: { caption: string; rows: Row[]; empty: string }) {
  const { disputes: words, dispute } = useMessages().delivery;
  const columns: Column<Row>[] = [
    {
      key: "reference",
      label: words.title,
      main: true,
      cell: ({ id, reference }) => (
        <a href={paths.office.dispute(id)}>{words.one(readableReference(reference))}</a>
      ),
    },
    { key: "at", label: words.at, cell: ({ at }) => at && <Moment at={at} as="stamp" /> },
    { key: "organization", label: words.organization, cell: ({ organization }) => organization },
    { key: "kind", label: words.kind, cell: ({ kind }) => kind && dispute.kinds[kind] },
    { key: "reason", label: words.reason, cell: ({ reason }) => reason },
  ];
  const { caption, rows, empty } = props;
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      columns={columns}
      empty={<EmptyState>{empty}</EmptyState>}
    />
  );
}
