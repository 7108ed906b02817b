import { type StatusKind, StatusTag } from "#app/components/status-tag.tsx";
import type { TenderStatus } from "#app/domain/tenders/tender.ts";
import { useMessages } from "#app/i18n/messages.ts";

const kinds: Partial<Record<TenderStatus, StatusKind>> = {
  draft: "neutral",
  contracted: "done",
  failed: "refused",
  cancelled: "refused",
};

/** A tender's status as anybody reads it; `waiting` when the next act is the reader's. */
export function TenderStatusTag({ status, waiting }: { status: TenderStatus; waiting?: boolean }) {
  const { tenderStatus } = useMessages();
  const kind = waiting ? "waiting" : (kinds[status] ?? "running");
  return <StatusTag kind={kind}>{tenderStatus[status]}</StatusTag>;
}
