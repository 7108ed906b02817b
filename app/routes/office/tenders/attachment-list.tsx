import { StatusTag } from "#app/components/status-tag.tsx";
import type { ListedAttachment } from "#app/domain/bids/attachment-queries.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

type AttachmentListProps = { tenderId: string; attachments: readonly ListedAttachment[] };

/** A bid's files to fetch, which are confidential, and which could not be opened. */
export function AttachmentList({ tenderId, attachments }: AttachmentListProps) {
  const { attachments: words } = useMessages().bids;
  const { number } = useFormat();
  if (attachments.length === 0) return null;
  return (
    <>
      <h3>{words.title}</h3>
      <ul className="link-list">
        {attachments.map(({ id, name, size, problem, confidential, scan }) => (
          <li key={id}>
            {name && size !== null ? (
              <a href={paths.office.attachment(tenderId, id)}>
                {words.file(name, number(Math.ceil(size / 1024)))}
              </a>
            ) : (
              problem && words.problems[problem]
            )}
            {confidential && <StatusTag kind="waiting">{words.confidential}</StatusTag>}
            {scan === "none" && <span className="note">{words.notScanned}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
