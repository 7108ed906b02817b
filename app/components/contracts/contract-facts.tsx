import { KeyFacts, Money } from "#app/components/facts.tsx";
import type { ContractDetail } from "#app/domain/contracts/contract-detail.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** Who buys what from whom, for how much and how long. */
export function ContractFacts({ contract }: { contract: ContractDetail }) {
  const { contracts, milestones } = useMessages();
  const { facts } = contracts;
  const { why } = milestones;
  const format = useFormat();
  const { organizationId, organization, tenderId, startsOn, endsOn, quantity, unit } = contract;
  return (
    <KeyFacts
      facts={[
        { label: facts.number, value: contract.number },
        { label: facts.office, value: contract.office },
        {
          label: facts.organization,
          value: <a href={paths.organizationPage(organizationId)}>{organization}</a>,
        },
        { label: facts.value, value: <Money fen={contract.value} /> },
        {
          label: facts.performance,
          value: why.percent(format.number(contract.performanceShareBp / 100)),
        },
        { label: facts.ceiling, value: contract.ceiling && <Money fen={contract.ceiling} /> },
        { label: facts.quantity, value: facts.quantityOf(format.number(quantity), unit) },
        { label: facts.period, value: facts.periodOf(format.day(startsOn), format.day(endsOn)) },
        {
          label: facts.tender,
          value: <a href={paths.tender(tenderId)}>{facts.seeTender}</a>,
        },
        { label: facts.scores, value: <a href={paths.scores(tenderId)}>{facts.seeScores}</a> },
      ]}
    />
  );
}
