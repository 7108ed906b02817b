import { KeyFacts, Moment } from "#app/components/facts.tsx";
import { Prose } from "#app/components/page.tsx";
import { creditCodeKind } from "#app/domain/organizations/credit-code.ts";
import { useMessages } from "#app/i18n/messages.ts";

type Registration = {
  name: string;
  creditCode: string | null;
  street: string | null;
  leader: string | null;
  introduction: string;
  contactName: string;
  contactPhone: string;
  registeredAt: Date;
  verifiedAt: Date | null;
};

/** All that an organization told when it registered. */
export function OrganizationFacts({ organization }: { organization: Registration }) {
  const { facts, kinds } = useMessages().organizations;
  const { name, creditCode, introduction, registeredAt, verifiedAt } = organization;
  return (
    <KeyFacts
      facts={[
        { label: facts.name, value: name },
        { label: facts.creditCode, value: creditCode },
        { label: facts.street, value: organization.street },
        { label: facts.leader, value: organization.leader },
        { label: facts.kind, value: kinds[creditCodeKind(creditCode)] },
        { label: facts.contactName, value: organization.contactName },
        { label: facts.contactPhone, value: organization.contactPhone },
        { label: facts.introduction, value: introduction && <Prose>{introduction}</Prose> },
        { label: facts.registeredAt, value: <Moment at={registeredAt} as="stamp" /> },
        { label: facts.verifiedAt, value: verifiedAt && <Moment at={verifiedAt} as="stamp" /> },
      ]}
    />
  );
}
