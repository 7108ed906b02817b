import { DocumentParts, OfficialDocument } from "#app/components/document.tsx";
import type { findNotice } from "#app/domain/tenders/notice-queries.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { dayOf } from "#app/values/time.ts";

type Tender = NonNullable<Awaited<ReturnType<typeof findNotice>>>;

/** That a tender failed or was cancelled, and why, as an official document. */
export function EndedNotice({ tender }: { tender: Tender }) {
  const { ended: words } = useMessages().documents;
  const { title, office, status, endedAt, endedReason, noticeNumber, number } = tender;
  if (!endedAt) return null;
  const parts = [
    { title: words.reason, text: <p>{endedReason}</p> },
    { title: words.after, text: <p>{words.afterText}</p> },
  ];
  return (
    <OfficialDocument
      office={office}
      title={status === "failed" ? words.failed(title) : words.cancelled(title)}
      number={noticeNumber ?? number}
      signedBy={office}
      date={dayOf(endedAt)}
      sealed
    >
      <p>{words.preamble(office, noticeNumber ?? number)}</p>
      <DocumentParts parts={parts} />
    </OfficialDocument>
  );
}
