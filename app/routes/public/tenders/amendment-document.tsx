import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DocumentParts, OfficialDocument } from "#app/components/document.tsx";
import { Page } from "#app/components/page.tsx";
import { TermChanges } from "#app/components/tenders/term-changes.tsx";
import { findNotice } from "#app/domain/tenders/notice-queries.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { dayOf } from "#app/values/time.ts";

export async function loader({ params }: LoaderFunctionArgs) {
  const tender = (await findNotice(idParam(params.tenderId))) ?? notFound();
  const { id, title, office, noticeNumber, number, amendments } = tender;
  const found = amendments.find((amendment) => String(amendment.number) === params.number);
  if (!found?.number || !found.decidedAt) return notFound();
  const { reason, changes, slip, decidedAt } = found;
  const amendment = { number: found.number, reason, changes, slip, decidedAt };
  return { id, title, office, noticeNumber: noticeNumber ?? number, amendment };
}

export const meta: MetaFunction = (args) =>
  titled(args, (words) => words.documents.kinds.amendment);

/** What was changed in a tender's file, as an official document (更正公告). */
export default function AmendmentDocument() {
  const { documents, tenderAmendments } = useMessages();
  const { id, title, office, noticeNumber, amendment } = useLoaderData<typeof loader>();
  const { tenderAmendment: words } = documents;
  const counted = useFormat().number(amendment.number);
  const caption = tenderAmendments.history.caption(counted);
  return (
    <Page title={documents.kinds.amendment} back={{ to: paths.tender(id) }}>
      <OfficialDocument
        office={office}
        title={words.title(title, counted)}
        number={words.number(noticeNumber, counted)}
        signedBy={office}
        date={dayOf(amendment.decidedAt)}
        sealed
      >
        <p>{words.preamble(office, noticeNumber)}</p>
        <DocumentParts
          parts={[
            { title: words.reason, text: <p>{amendment.reason}</p> },
            {
              title: words.changes,
              text: <TermChanges caption={caption} changes={amendment.changes} whole />,
            },
            {
              title: words.after,
              text: <p>{amendment.slip ? words.afterSlip : words.afterChange}</p>,
            },
          ]}
        />
      </OfficialDocument>
    </Page>
  );
}
