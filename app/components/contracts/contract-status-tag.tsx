import { StatusTag } from "#app/components/status-tag.tsx";
import type { ContractStatus } from "#app/domain/contracts/contract.ts";
import { useMessages } from "#app/i18n/messages.ts";

const kinds = {
  pending: "running",
  active: "running",
  completed: "done",
  terminated: "neutral",
} as const;

/** A contract's status in words; `waiting` when the reader herself is to sign. */
export function ContractStatusTag({
  status,
  waiting,
}: {
  status: ContractStatus;
  waiting?: boolean;
}) {
  const { contracts } = useMessages();
  return (
    <StatusTag kind={waiting ? "waiting" : kinds[status]}>{contracts.status[status]}</StatusTag>
  );
}
