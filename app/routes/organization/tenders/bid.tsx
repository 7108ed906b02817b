import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useEffect, useState } from "react";
import { z } from "zod";
import { KeyFacts, Moment, Money } from "#app/components/facts.tsx";
import { Notice } from "#app/components/notice.tsx";
import { LinkList, More, Page } from "#app/components/page.tsx";
import { draftFrom } from "#app/domain/bids/draft.ts";
import { findEarlierBid, listEarlierBids } from "#app/domain/bids/earlier.server.ts";
import { type Bidding, findBidding } from "#app/domain/bids/queries.server.ts";
import { submitBid } from "#app/domain/bids/submit.server.ts";
import { submit } from "#app/http/forms.server.ts";
import { idParam, idSearchParam, notFound } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { nextOf } from "./next-of.ts";
import { SealedBidForm } from "./sealed-bid-form.tsx";

/** The one page that needs JavaScript: it seals the bid. */
export const handle = { scripts: true };

const SealedForm = z.object({
  ciphertext: z
    .string()
    .max(400_000)
    .default("")
    .transform((text) => new Uint8Array(Buffer.from(text, "base64url"))),
  attachments: z.array(z.instanceof(File)).default([]),
  deadlineVersion: z.coerce.number().int().positive(),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  const tenderId = idParam<"tender">(params.tenderId);
  const bidding = (await findBidding(by, tenderId)) ?? notFound();
  const from = idSearchParam<"tender">(request, "from");
  const [earlier, chosen] = await Promise.all([
    listEarlierBids(by, tenderId),
    from ? findEarlierBid(by, from) : undefined,
  ]);
  const copy = chosen && {
    title: chosen.title,
    draft: draftFrom(chosen.document, chosen.asked, bidding.criteria),
  };
  return { bidding, earlier, copy };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const act = await requireManager(request);
  const tenderId = idParam<"tender">(params.tenderId);
  return submit(request, SealedForm, async ({ attachments, ...sealed }) => {
    const files = attachments.map(async (file) => new Uint8Array(await file.arrayBuffer()));
    const bid = { tenderId, ...sealed, attachments: await Promise.all(files) };
    const receiptId = await submitBid(act, bid);
    return redirect(paths.organization.receipt(receiptId), 303);
  });
}

export const meta: MetaFunction = (args) => titled(args, ({ bids }) => bids.form.title);

export default function WriteBid() {
  const { form, tender: words } = useMessages().bids;
  const loaded = useLoaderData<typeof loader>();
  const { bidding } = loaded;
  const { id, title, deadline, ceiling } = bidding;
  return (
    <Page
      title={form.title}
      lead={title}
      back={{ to: paths.organization.tender(id) }}
      aside={
        <KeyFacts
          facts={[
            { label: words.deadline, value: deadline && <Moment at={deadline} as="deadline" /> },
            { label: words.ceiling, value: ceiling && <Money fen={ceiling} /> },
          ]}
        />
      }
    >
      {takesBids(bidding) ? <Writing {...loaded} /> : <NotNow bidding={bidding} />}
    </Page>
  );
}

const takesBids = ({ status, standing, obstacle }: Bidding) =>
  status === "open" && standing === "verified" && !obstacle;

function Writing({ bidding, earlier, copy }: Awaited<ReturnType<typeof loader>>) {
  const { bids, talks } = useMessages();
  const { form } = bids;
  const format = useFormat();
  const { bid } = bidding;
  return (
    <>
      <NeedsScript />
      {bid && <Notice kind="info">{form.replacing(format.number(bid.version))}</Notice>}
      <Notice kind="info">
        {bidding.first && <p>{talks.bidder.start}</p>}
        <p>{form.sealed}</p>
        <p>{form.draft}</p>
      </Notice>
      {earlier.length > 0 && (
        <More label={form.earlier.title}>
          <p>{form.earlier.lead}</p>
          <LinkList
            links={earlier.map(({ tenderId, title: label }) => ({
              to: paths.organization.bidFrom(bidding.id, tenderId),
              label,
            }))}
          />
        </More>
      )}
      <SealedBidForm bidding={bidding} copy={copy} />
    </>
  );
}

/** Instead of the form where no bid is taken: a submission that came too late is told so here. */
function NotNow({ bidding }: { bidding: Bidding }) {
  const { next } = useMessages().bids.tender;
  return (
    <Notice kind="info">
      <p>{nextOf(next, bidding)}</p>
    </Notice>
  );
}

/** Says why nothing can be typed where the browser cannot seal. */
function NeedsScript() {
  const { form } = useMessages().bids;
  const [cannotSeal, setCannotSeal] = useState(false);
  useEffect(() => setCannotSeal(!window.isSecureContext), []);
  return (
    <>
      <noscript>
        <Notice kind="refusal" title={form.why}>
          <p>{form.noScript}</p>
        </Notice>
      </noscript>
      {cannotSeal && (
        <Notice kind="refusal" title={form.why}>
          <p>{form.insecure}</p>
        </Notice>
      )}
    </>
  );
}
