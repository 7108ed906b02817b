import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { KeyFacts, Moment } from "#app/components/facts.tsx";
import { Notice } from "#app/components/notice.tsx";
import { LinkList, NumberedList, Page, Section } from "#app/components/page.tsx";
import { OpeningTurns } from "#app/components/tenders/opening-turns.tsx";
import { TenderStatusTag } from "#app/components/tenders/tender-status-tag.tsx";
import { platformPublicKey } from "#app/domain/bids/receipt-file.server.ts";
import { findPublishedReceipts } from "#app/domain/tenders/opening-queries.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { ReceiptList } from "./receipt-list.tsx";

export async function loader({ params }: LoaderFunctionArgs) {
  const found = (await findPublishedReceipts(idParam(params.tenderId))) ?? notFound();
  const { id, title, office, status, round, deadline, openedAt, past } = found;
  const { named, turns, receipts } = found;
  const publicKey = platformPublicKey();
  const told = { id, title, office, status, round, deadline, openedAt, past };
  return { ...told, named, turns, receipts, publicKey };
}

export const meta: MetaFunction = (args) => titled(args, ({ openings }) => openings.receipts.title);

export default function PublishedReceipts() {
  const { openings, bids } = useMessages();
  const { receipts: words } = openings;
  const tender = useLoaderData<typeof loader>();
  const { id, title, office, status, round, deadline, openedAt, past, turns } = tender;
  return (
    <Page
      title={words.title}
      lead={title}
      back={{ to: paths.tender(id) }}
      status={<TenderStatusTag status={status} />}
      wide
    >
      <KeyFacts
        facts={[
          { label: bids.tender.office, value: office },
          {
            label: bids.tender.deadline,
            value: deadline && <Moment at={deadline} as="deadline" />,
          },
          { label: words.openedAt, value: openedAt && <Moment at={openedAt} as="stamp" /> },
        ]}
      />
      {!past && (
        <Notice kind="info" title={words.early}>
          <p>{words.earlyWords}</p>
        </Notice>
      )}
      {(past || round > 1) && (
        <>
          <ReceiptList
            found={tender}
            files={{ receipts: paths.receiptsFile(id), opening: paths.openingFile(id) }}
          />
          <Section title={words.openers}>
            <OpeningTurns turns={turns} />
          </Section>
        </>
      )}
      <HowToCheck publicKey={tender.publicKey} />
    </Page>
  );
}

function HowToCheck({ publicKey }: { publicKey: string }) {
  const { receipts: words } = useMessages().openings;
  return (
    <Section title={words.check}>
      <NumberedList items={words.steps} />
      <LinkList links={[{ to: paths.receiptVerifier, label: words.verifier }]} />
      <h3>{words.checkOpening}</h3>
      <p>{words.checkOpeningWords}</p>
      <h3>{words.key}</h3>
      <pre>{publicKey}</pre>
    </Section>
  );
}
