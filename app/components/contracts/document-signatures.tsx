import type { ContractDetail } from "#app/domain/contracts/contract-detail.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";

type Signed = Pick<
  ContractDetail,
  "office" | "organization" | "officeSignedAt" | "organizationSignedAt"
>;

/** Both parties side by side, each with its name, its seal once all is signed, and when it signed. */
export function DocumentSignatures({ contract, sealed }: { contract: Signed; sealed: boolean }) {
  const { common, documents } = useMessages();
  const format = useFormat();
  const { office, organization, officeSignedAt, organizationSignedAt } = contract;
  const parties = [
    { as: documents.party.a, name: office, at: officeSignedAt },
    { as: documents.party.b, name: organization, at: organizationSignedAt },
  ];
  return (
    <div className="signatures">
      {parties.map(({ as, name, at }) => (
        <div key={as}>
          {sealed && <p className="seal">{common.document.seal}</p>}
          <p>{as}</p>
          <p>{name}</p>
          <p>{at ? documents.signedOn(format.stamp(at)) : documents.notSigned}</p>
        </div>
      ))}
    </div>
  );
}
