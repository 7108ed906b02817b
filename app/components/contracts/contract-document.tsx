import { DocumentParts, OfficialDocument } from "#app/components/document.tsx";
import type { ContractDetail } from "#app/domain/contracts/contract-detail.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { dayOf } from "#app/values/time.ts";
import { DocumentSignatures } from "./document-signatures.tsx";

/** The contract in its official form; sealed once both sides have signed. */
export function ContractDocument({ contract }: { contract: ContractDetail }) {
  const { contracts, documents } = useMessages();
  const { office, organization, title, number, noticeNumber, amendments } = contract;
  const { contract: words } = documents;
  const amended = amendments.map(({ documentNumber }) => documentNumber ?? "");
  const { activatedAt, awardedAt, startsOn } = contract;
  const dated = activatedAt ?? awardedAt;
  return (
    <OfficialDocument
      office={office}
      title={contracts.documentTitle(title)}
      number={documents.contractNumber(number)}
      signedBy={office}
      date={dated ? dayOf(dated) : startsOn}
      signatures={<DocumentSignatures contract={contract} sealed={activatedAt !== null} />}
    >
      <p>{documents.partyA(office)}</p>
      <p>{documents.partyB(organization)}</p>
      <p>{words.preamble(office, noticeNumber ?? number)}</p>
      <DocumentParts parts={useClauses(contract)} />
      {amended.length > 0 && <p>{words.amended(amended.join(contracts.listComma))}</p>}
    </OfficialDocument>
  );
}

function useClauses(contract: ContractDetail) {
  const { contracts, documents, milestones } = useMessages();
  const format = useFormat();
  const { contract: words } = documents;
  const { body, facts } = contracts;
  const { title, quantity, unit, startsOn, endsOn, value, performanceShareBp, text } = contract;
  const bought = facts.quantityOf(format.number(quantity), unit);
  const share = milestones.why.percent(format.number(performanceShareBp / 100));
  const payments = contract.milestones.map(({ id, name, dueOn, cap }) => (
    <p key={id}>{body.payment(name, format.day(dueOn), format.money(cap))}</p>
  ));
  return [
    { title: words.subject, text: <p>{words.subjectText(title, bought)}</p> },
    {
      title: words.period,
      text: <p>{facts.periodOf(format.day(startsOn), format.day(endsOn))}</p>,
    },
    { title: words.value, text: <p>{words.valueText(format.money(value))}</p> },
    { title: words.payments, text: payments },
    { title: words.performance, text: <p>{words.performanceText(share)}</p> },
    { title: words.changes, text: <p>{words.changesText}</p> },
    text !== "" && { title: words.other, text: <p>{text}</p> },
  ];
}
