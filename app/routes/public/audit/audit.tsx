import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Moment } from "#app/components/facts.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { LinkList, NumberedList, Page, Section } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import { listHeads } from "#app/domain/audit/heads.server.ts";
import { platformPublicKey } from "#app/domain/bids/receipt-file.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

export async function loader() {
  return { heads: await listHeads(), publicKey: platformPublicKey() };
}

export const meta: MetaFunction = (args) => titled(args, ({ audit }) => audit.title);

export default function Audit() {
  const { audit } = useMessages();
  const { publicKey } = useLoaderData<typeof loader>();
  return (
    <Page title={audit.title} lead={audit.lead} wide>
      <Heads />
      <Section title={audit.check} note={audit.bids}>
        <NumberedList items={audit.steps} />
      </Section>
      <Section title={audit.key} note={audit.keyNote}>
        <pre>{publicKey}</pre>
      </Section>
    </Page>
  );
}

function Heads() {
  const { audit } = useMessages();
  const format = useFormat();
  const { heads } = useLoaderData<typeof loader>();
  return (
    <Section title={audit.heads} note={audit.headsNote}>
      <DataTable
        caption={audit.heads}
        rows={heads}
        rowKey={({ chain }) => chain}
        columns={[
          {
            key: "chain",
            label: audit.chain,
            main: true,
            cell: ({ office }) => office ?? audit.platform,
          },
          {
            key: "links",
            label: audit.links,
            align: "end",
            cell: ({ seq }) => format.number(seq),
          },
          {
            key: "sealed",
            label: audit.sealedAt,
            cell: ({ sealedAt }) => <Moment at={sealedAt} as="stamp" />,
          },
          { key: "hash", label: audit.hash, cell: ({ hash }) => <code>{hash}</code> },
        ]}
        empty={<EmptyState>{audit.empty}</EmptyState>}
      />
      <LinkList links={[{ to: paths.auditHeads, label: audit.file }]} />
    </Section>
  );
}
