import { StatusTag } from "#app/components/status-tag.tsx";
import type { ContractStatus } from "#app/domain/contracts/contract.ts";
import { useMessages } from "#app/i18n/messages.ts";

type OfferStatusTagProps = { published: boolean; contractStatus: ContractStatus };

/** Whether residents can book the offer now, to its own organization. */
export function OfferStatusTag({ published, contractStatus }: OfferStatusTagProps) {
  const { own, offer } = useMessages().services;
  if (contractStatus !== "active") return <StatusTag kind="neutral">{offer.endedShort}</StatusTag>;
  return published ? (
    <StatusTag kind="running">{own.published}</StatusTag>
  ) : (
    <StatusTag kind="waiting">{own.draft}</StatusTag>
  );
}
