import { Section } from "#app/components/page.tsx";
import type { AmendmentLine, ContractDetail } from "#app/domain/contracts/contract-detail.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { ContractChanges } from "./contract-changes.tsx";
import { ContractDocument } from "./contract-document.tsx";
import { ContractTimeline } from "./contract-timeline.tsx";
import { MilestoneTable } from "./milestone-table.tsx";

type ContractBodyProps = {
  contract: ContractDetail;
  /** Where its milestones lead once it is in force; to the public nowhere. */
  milestonePath?: (milestoneId: string) => string;
  /** The amendments with the one on its way, and where it is decided; the public sees those in force. */
  amendments?: AmendmentLine[];
  amendmentPath?: (amendmentId: string) => string;
};

/** A contract's payments, text and life: the same for everybody. */
export function ContractBody({
  contract,
  milestonePath,
  amendments,
  amendmentPath,
}: ContractBodyProps) {
  const { contracts } = useMessages();
  return (
    <>
      <Section title={contracts.payments} note={contracts.paymentsNote}>
        <MilestoneTable
          milestones={contract.milestones}
          pathOf={contract.activatedAt ? milestonePath : undefined}
        />
      </Section>
      {contract.activatedAt && (
        <ContractChanges
          contract={contract}
          {...(amendments && { amendments })}
          {...(amendmentPath && { pathOf: amendmentPath })}
        />
      )}
      <Section title={contracts.document}>
        <ContractDocument contract={contract} />
      </Section>
      <Section title={contracts.timeline}>
        <ContractTimeline contract={contract} />
      </Section>
    </>
  );
}
