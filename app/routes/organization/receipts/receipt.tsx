import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { Confirmation, KeyFacts, Moment } from "#app/components/facts.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Actions, LinkList, Page, Section } from "#app/components/page.tsx";
import { findReceipt } from "#app/domain/bids/queries.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  return (await findReceipt(by, idParam(params.receiptId))) ?? notFound();
}

export const meta: MetaFunction = (args) => titled(args, ({ bids }) => bids.receipt.title);

type Found = NonNullable<Awaited<ReturnType<typeof findReceipt>>>;

export default function BidReceipt() {
  const { receipt: words } = useMessages().bids;
  const { receipt, tender, bid } = useLoaderData<typeof loader>();
  const { organization: to } = paths;
  return (
    <Page
      title={words.title}
      lead={tender.title}
      back={{ to: to.tender(receipt.tenderId), label: words.backToTender }}
      narrow
    >
      <Confirmation reference={receipt.digest.slice(0, 12)}>
        <p>{words.confirmed}</p>
      </Confirmation>
      <Superseded receipt={receipt} bid={bid} />
      <Section title={words.proof}>
        <Proof receipt={receipt} title={tender.title} />
        <Actions>
          <LinkButton to={to.receiptFile(receipt.id)} icon="download">
            {words.download}
          </LinkButton>
        </Actions>
        <p>{words.print}</p>
      </Section>
      <Section title={words.next}>
        <p>{words.nextWords}</p>
        <LinkList links={[{ to: paths.receipts(receipt.tenderId), label: words.published }]} />
      </Section>
    </Page>
  );
}

/** Tells that this is not the submission that counts, or why it could not be opened. */
function Superseded({ receipt, bid }: Pick<Found, "receipt" | "bid">) {
  const { receipt: words } = useMessages().bids;
  if (receipt.version < bid.version) return <Notice kind="info">{words.replaced}</Notice>;
  if (bid.unopenableCause) {
    return <Notice kind="refusal">{words.unopenable[bid.unopenableCause]}</Notice>;
  }
  if (bid.state === "needs_confirm" || bid.state === "lapsed") {
    return <Notice kind="waiting">{words.unconfirmed}</Notice>;
  }
  if (bid.state === "withdrawn") return <Notice kind="info">{words.withdrawn}</Notice>;
  return null;
}

function Proof({ receipt, title }: Pick<Found, "receipt"> & { title: string }) {
  const { receipt: words } = useMessages().bids;
  const format = useFormat();
  return (
    <KeyFacts
      facts={[
        { label: words.tender, value: title },
        { label: words.version, value: format.number(receipt.version) },
        { label: words.at, value: <Moment at={receipt.at} as="stamp" /> },
        { label: words.digest, value: <code>{receipt.digest}</code> },
        {
          label: words.attachments,
          value:
            receipt.attachments.length > 0 &&
            receipt.attachments.map((digest) => (
              <p key={digest}>
                <code>{digest}</code>
              </p>
            )),
        },
        { label: words.event, value: <code>{receipt.eventId}</code> },
        { label: words.eventDigest, value: <code>{receipt.eventDigest}</code> },
        { label: words.chainHead, value: <code>{receipt.chainHead}</code> },
        { label: words.signature, value: <code>{receipt.signature}</code> },
      ]}
    />
  );
}
