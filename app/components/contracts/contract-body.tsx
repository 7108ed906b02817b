import { Section } from "#app/components/page.tsx";
import type { ContractDetail } from "#app/domain/contracts/contract-detail.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { ContractDocument } from "./contract-document.tsx";
import { ContractTimeline } from "./contract-timeline.tsx";
import { MilestoneTable } from "./milestone-table.tsx";

type ContractBodyProps = {
  contract: ContractDetail;
  /** Where its milestones lead once it is in force; to the public nowhere. */
  milestonePath?: (milestoneId: string) => string;
};

/** A contract's payments, text and life: the same for everybody. */
export function ContractBody({ contract, milestonePath }: ContractBodyProps) {
  const { contracts } = useMessages();
  return (
    <>
      <Section title={contracts.payments} note={contracts.paymentsNote}>
        <MilestoneTable
          milestones={contract.milestones}
          pathOf={contract.activatedAt ? milestonePath : undefined}
        />
      </Section>
      <Section title={contracts.document}>
        <ContractDocument contract={contract} />
      </Section>
      <Section title={contracts.timeline}>
        <ContractTimeline contract={contract} />
      </Section>
    </>
  );
}
