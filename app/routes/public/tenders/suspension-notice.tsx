import type { ComponentProps } from "react";
import { DocumentParts, OfficialDocument } from "#app/components/document.tsx";
import { Page } from "#app/components/page.tsx";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import { dayOf } from "#app/values/time.ts";
import type { loadSuspension } from "./suspended.server.ts";

type Suspended = Awaited<ReturnType<typeof loadSuspension>>;

/** That a tender stands still, and why, as an official document (暂停公告). */
export function SuspensionNotice({ suspended }: { suspended: Suspended }) {
  const { suspension: words, kinds } = useMessages().documents;
  const format = useFormat();
  const { title, office, noticeNumber, suspension } = suspended;
  const { from, reason } = suspension;
  return (
    <Paper
      suspended={suspended}
      kind={kinds.suspension}
      title={words.title(title)}
      at={from}
      preamble={words.preamble(office, noticeNumber, format.stamp(from))}
      parts={[
        { title: words.reason, text: <p>{reason}</p> },
        { title: words.after, text: <p>{words.afterText}</p> },
      ]}
    />
  );
}

/** That it goes on, and why, as an official document (恢复公告). */
export function ResumptionNotice({ suspended }: { suspended: Suspended }) {
  const { resumption: words, kinds } = useMessages().documents;
  const format = useFormat();
  const { title, office, noticeNumber, suspension } = suspended;
  const { from, until, endReason } = suspension;
  if (!until) return null;
  const stretch = [format.stamp(from), format.stamp(until)] as const;
  return (
    <Paper
      suspended={suspended}
      kind={kinds.resumption}
      title={words.title(title)}
      at={until}
      preamble={words.preamble(office, noticeNumber, ...stretch)}
      parts={[
        { title: words.reason, text: <p>{endReason}</p> },
        { title: words.after, text: <p>{words.afterText}</p> },
      ]}
    />
  );
}

type PaperProps = {
  suspended: Suspended;
  kind: string;
  title: string;
  at: Date;
  preamble: string;
  parts: ComponentProps<typeof DocumentParts>["parts"];
};

function Paper({ suspended, kind, title, at, preamble, parts }: PaperProps) {
  const { id, office, noticeNumber } = suspended;
  return (
    <Page title={kind} back={{ to: paths.tender(id) }}>
      <OfficialDocument
        office={office}
        title={title}
        number={noticeNumber}
        signedBy={office}
        date={dayOf(at)}
        sealed
      >
        <p>{preamble}</p>
        <DocumentParts parts={parts} />
      </OfficialDocument>
    </Page>
  );
}
