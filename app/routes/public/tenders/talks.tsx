import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { KeyFacts, Moment, Money } from "#app/components/facts.tsx";
import { Page, Prose, Section } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import { TenderStatusTag } from "#app/components/tenders/tender-status-tag.tsx";
import { findPublishedTalks } from "#app/domain/tenders/talks-queries.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

export async function loader({ params }: LoaderFunctionArgs) {
  return (await findPublishedTalks(idParam(params.tenderId))) ?? notFound();
}

export const meta: MetaFunction = (args) => titled(args, ({ talks }) => talks.public.title);

export default function PublishedTalks() {
  const { public: words } = useMessages().talks;
  const { id, title, status, changes, calledAt, bidders } = useLoaderData<typeof loader>();
  return (
    <Page
      title={words.title}
      lead={words.lead(title)}
      back={{ to: paths.tender(id) }}
      status={<TenderStatusTag status={status} />}
      wide
    >
      <p>{words.note}</p>
      <KeyFacts
        facts={[
          { label: words.calledAt, value: calledAt && <Moment at={calledAt} as="stamp" /> },
          { label: words.changes, value: <Prose>{changes}</Prose> },
        ]}
      />
      <Section title={words.bidders}>
        <DataTable
          caption={words.bidders}
          rows={bidders}
          rowKey={({ bidId }) => bidId}
          columns={[
            {
              key: "organization",
              label: words.organization,
              main: true,
              cell: ({ organization }) => organization,
            },
            {
              key: "heldAt",
              label: words.heldAt,
              cell: ({ heldAt }) => <Moment at={heldAt} as="stamp" />,
            },
            { key: "agreed", label: words.agreed, cell: ({ agreed }) => <Prose>{agreed}</Prose> },
            {
              key: "first",
              label: words.firstPrice,
              align: "end",
              cell: ({ firstPrice }) => firstPrice && <Money fen={firstPrice} />,
            },
            {
              key: "final",
              label: words.finalPrice,
              align: "end",
              cell: ({ finalPrice }) => (finalPrice ? <Money fen={finalPrice} /> : words.none),
            },
          ]}
          empty={null}
        />
      </Section>
    </Page>
  );
}
