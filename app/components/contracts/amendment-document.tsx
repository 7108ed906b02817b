import { DocumentParts, OfficialDocument } from "#app/components/document.tsx";
import type { AmendmentLine, ContractDetail } from "#app/domain/contracts/contract-detail.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { fen } from "#app/values/money.ts";
import { dayOf } from "#app/values/time.ts";
import { DocumentSignatures } from "./document-signatures.tsx";

type Props = { contract: ContractDetail; amendment: AmendmentLine };

/** An amendment in its official form, as both sides sign it and as it is published. */
export function AmendmentDocument({ contract, amendment }: Props) {
  const { amendment: words } = useMessages().documents;
  const { office, organization, title, number } = contract;
  const { documentNumber, agreedAt, at, proposedAt } = amendment;
  const signed = { office, organization, officeSignedAt: agreedAt, organizationSignedAt: at };
  return (
    <OfficialDocument
      office={office}
      title={words.title(title)}
      number={documentNumber ?? words.draftNumber(number, amendment.number)}
      signedBy={office}
      date={dayOf(at ?? proposedAt)}
      signatures={<DocumentSignatures contract={signed} sealed={at !== null} />}
    >
      <p>{words.preamble(number, office, organization)}</p>
      <DocumentParts parts={useParts({ contract, amendment })} />
    </OfficialDocument>
  );
}

function useParts({ contract, amendment }: Props) {
  const { contracts, contractChanges, documents } = useMessages();
  const format = useFormat();
  const { amendment: words } = documents;
  const { code, text, valueChange, newValue, quantityChange, newEndsOn, parts } = amendment;
  const value = newValue ?? fen(contract.value + valueChange);
  return [
    { title: words.reason, text: <p>{contractChanges.codes[code]}</p> },
    {
      title: words.content,
      text: (
        <>
          <p>{text}</p>
          {quantityChange !== 0 && <p>{words.quantity(format.number(quantityChange))}</p>}
          {newEndsOn && <p>{words.endsOn(format.day(newEndsOn))}</p>}
        </>
      ),
    },
    {
      title: words.value,
      text: (
        <p>
          {valueChange === 0
            ? words.sameValue
            : words.valueText(format.money(valueChange), format.money(value))}
        </p>
      ),
    },
    parts.length > 0 && {
      title: words.payments,
      text: (
        <>
          <p>{words.paymentsText}</p>
          {parts.map(({ name, dueOn, cap }) => (
            <p key={name}>{contracts.body.payment(name, format.day(dueOn), format.money(cap))}</p>
          ))}
        </>
      ),
    },
  ];
}
