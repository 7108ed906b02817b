import { OfficialDocument } from "#app/components/document.tsx";
import { Prose } from "#app/components/page.tsx";
import type { ContractDetail } from "#app/domain/contracts/contract-detail.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { dayOf } from "#app/values/time.ts";

/** The contract in its official form; sealed once both sides have signed. */
export function ContractDocument({ contract }: { contract: ContractDetail }) {
  const { documentTitle } = useMessages().contracts;
  const { office, title, number, activatedAt, awardedAt, startsOn } = contract;
  const dated = activatedAt ?? awardedAt;
  return (
    <OfficialDocument
      office={office}
      title={documentTitle(title)}
      number={number}
      signedBy={office}
      date={dated ? dayOf(dated) : startsOn}
      sealed={activatedAt !== null}
    >
      <Terms contract={contract} />
      <Prose>{contract.text}</Prose>
      <Signatures contract={contract} />
    </OfficialDocument>
  );
}

function Terms({ contract }: { contract: ContractDetail }) {
  const { body, facts } = useMessages().contracts;
  const format = useFormat();
  const { office, organization, title, quantity, unit, startsOn, endsOn, value } = contract;
  const bought = facts.quantityOf(format.number(quantity), unit);
  const period = facts.periodOf(format.day(startsOn), format.day(endsOn));
  return (
    <>
      <p>{body.parties(office, organization)}</p>
      <p>{body.subject(title, bought)}</p>
      <p>{body.period(period)}</p>
      <p>{body.value(format.money(value))}</p>
      {contract.milestones.map(({ id, name, dueOn, cap }) => (
        <p key={id}>{body.payment(name, format.day(dueOn), format.money(cap))}</p>
      ))}
    </>
  );
}

function Signatures({ contract }: { contract: ContractDetail }) {
  const { body } = useMessages().contracts;
  const format = useFormat();
  const line = (party: string, at: Date | null) =>
    at ? body.signed(party, format.stamp(at)) : body.unsigned(party);
  return (
    <>
      <p>{line(contract.office, contract.officeSignedAt)}</p>
      <p>{line(contract.organization, contract.organizationSignedAt)}</p>
    </>
  );
}
