import { DocumentParts, OfficialDocument } from "#app/components/document.tsx";
import type { ContractDetail } from "#app/domain/contracts/contract-detail.ts";
import type { TerminationCode } from "#app/domain/contracts/termination.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { dayOf } from "#app/values/time.ts";

export type Termination = {
  documentNumber: string | null;
  code: TerminationCode;
  text: string;
  mutual: boolean;
  proposedBy: string;
  proposedAt: Date;
  agreedAt: Date | null;
  confirmedAt: Date | null;
};

type Props = { contract: ContractDetail; termination: Termination };

/** A termination in its official form, as it is confirmed and as it is published. */
export function TerminationDocument({ contract, termination }: Props) {
  const { documents, contractChanges } = useMessages();
  const { termination: words } = documents;
  const { office, organization, title, number } = contract;
  const { documentNumber, code, text, confirmedAt, proposedAt } = termination;
  const parts = [
    { title: words.reason, text: <p>{contractChanges.terminationCodes[code]}</p> },
    { title: words.text, text: <p>{text}</p> },
    { title: words.after, text: <p>{words.afterText}</p> },
  ];
  return (
    <OfficialDocument
      office={office}
      title={words.title(title)}
      number={documentNumber ?? words.draftNumber(number)}
      signedBy={office}
      date={dayOf(confirmedAt ?? proposedAt)}
      sealed={confirmedAt !== null}
    >
      <p>{words.preamble(number, office, organization)}</p>
      <DocumentParts parts={parts} />
    </OfficialDocument>
  );
}
