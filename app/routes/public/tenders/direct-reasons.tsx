import { KeyFacts } from "#app/components/facts.tsx";
import { LinkList, Prose, Section } from "#app/components/page.tsx";
import type { ListedEvidence } from "#app/domain/tenders/evidence-queries.server.ts";
import type { DirectGround } from "#app/domain/tenders/profile.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

type DirectReasonsProps = {
  tenderId: string;
  direct: { ground: DirectGround; reason: string; invited: string | null };
  evidence: ListedEvidence[];
};

/** Why one organization alone is asked, with what shows that it may. */
export function DirectReasons({ tenderId, direct, evidence }: DirectReasonsProps) {
  const { evidence: words, methods } = useMessages();
  const { title, ground, reason, invited, files } = words.public;
  return (
    <Section title={title}>
      <KeyFacts
        facts={[
          { label: invited, value: direct.invited },
          { label: ground, value: methods.grounds[direct.ground] },
          { label: reason, value: <Prose>{direct.reason}</Prose> },
        ]}
      />
      {evidence.length > 0 && (
        <>
          <h3>{files}</h3>
          <LinkList
            links={evidence.map(({ id, title: what, fileName }) => ({
              to: paths.evidenceFile(tenderId, id),
              label: what,
              note: fileName,
            }))}
          />
        </>
      )}
    </Section>
  );
}
