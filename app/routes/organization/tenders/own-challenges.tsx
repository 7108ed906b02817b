import { LinkButton } from "#app/components/button.tsx";
import { Actions, LinkList, Section } from "#app/components/page.tsx";
import type { ChallengeState, ChallengeSubject } from "#app/domain/challenges/challenge.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

type OwnChallengesProps = {
  tenderId: string;
  filed: { id: string; subject: ChallengeSubject; state: ChallengeState; filedAt: Date }[];
  mayFile: { subject: ChallengeSubject; until: Date }[];
};

/** What the organization objected to, and what it still may; nothing where there is neither. */
export function OwnChallenges({ tenderId, filed, mayFile }: OwnChallengesProps) {
  const { own: words, subjects, states } = useMessages().challenges;
  const format = useFormat();
  if (filed.length === 0 && mayFile.length === 0) return null;
  return (
    <Section title={words.title} note={words.note}>
      {filed.length === 0 && <p>{words.none}</p>}
      <LinkList
        links={filed.map(({ id, subject, state, filedAt }) => ({
          to: paths.organization.challenge(id),
          label: words.see(subjects[subject], format.stamp(filedAt)),
          note: states[state],
        }))}
      />
      {mayFile.map(({ subject, until }) => (
        <p key={subject} className="note">
          {words.until(subjects[subject], format.deadline(until))}
        </p>
      ))}
      {mayFile.length > 0 && (
        <Actions>
          <LinkButton to={paths.organization.newChallenge(tenderId)}>{words.file}</LinkButton>
        </Actions>
      )}
    </Section>
  );
}
