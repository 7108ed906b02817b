import { Card, CardList } from "#app/components/card.tsx";
import { KeyFacts, Moment } from "#app/components/facts.tsx";
import { LinkList, Prose, Section } from "#app/components/page.tsx";
import { Timeline } from "#app/components/timeline.tsx";
import type { ChallengeState, ChallengeSubject } from "#app/domain/challenges/challenge.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import { ChallengeStateTag } from "./challenge-state-tag.tsx";

type PublicChallenge = {
  id: string;
  subject: ChallengeSubject;
  state: ChallengeState;
  filedAt: Date;
  answerDueAt: Date;
  organization: string | null;
  text: string | null;
  answer: string | null;
  decidedAt: Date | null;
  decisionReason: string | null;
  rulingDueAt: Date | null;
  ruling: string | null;
  ruledAt: Date | null;
};

type Suspension = {
  id: string;
  from: Date;
  until: Date | null;
  reason: string;
  byRole: "approver" | "supervisor";
  endReason: string | null;
};

type ChallengedProps = {
  tenderId: string;
  challenged: {
    challenges: PublicChallenge[];
    suspensions: Suspension[];
    sheets: { id: string; supersededAt: Date; reason: string }[];
  };
};

/** What was objected to in a tender, what came of it, and when it stood still; nothing where nobody objected. */
export function Challenged({ tenderId, challenged }: ChallengedProps) {
  const { public: words, suspension, earlier } = useMessages().challenges;
  const format = useFormat();
  const { challenges, suspensions, sheets } = challenged;
  return (
    <>
      {(challenges.length > 0 || sheets.length > 0) && (
        <Section title={words.title} note={words.note}>
          <CardList>
            {challenges.map((challenge) => (
              <ChallengeCard key={challenge.id} challenge={challenge} />
            ))}
          </CardList>
          {sheets.length > 0 && (
            <LinkList
              links={sheets.map(({ id, supersededAt, reason }) => ({
                to: paths.supersededScores(tenderId, id),
                label: earlier.link(format.stamp(supersededAt)),
                note: reason,
              }))}
            />
          )}
        </Section>
      )}
      {suspensions.length > 0 && (
        <Section title={suspension.title}>
          <Timeline
            items={suspensions.map(({ id, from, until, reason, byRole, endReason }) => ({
              key: id,
              at: from,
              what: until
                ? suspension.past(format.stamp(from), format.stamp(until))
                : suspension.now,
              who: suspension.by[byRole],
              detail: (
                <>
                  <Prose>{reason}</Prose>
                  {endReason && <Prose>{suspension.resumed(endReason)}</Prose>}
                </>
              ),
            }))}
          />
        </Section>
      )}
    </>
  );
}

function ChallengeCard({ challenge }: { challenge: PublicChallenge }) {
  const words = useMessages().challenges;
  const { subject, state, organization, filedAt, text } = challenge;
  const waits = state === "filed" || state === "answered";
  return (
    <Card
      title={words.about(words.subjects[subject])}
      status={<ChallengeStateTag state={state} />}
      note={<Moment at={filedAt} as="stamp" />}
    >
      {organization && <p>{words.by(organization)}</p>}
      <ChallengeWords challenge={challenge} />
      {waits && !text && <p className="note">{words.public.later}</p>}
    </Card>
  );
}

type Said = Omit<PublicChallenge, "id" | "subject" | "filedAt" | "organization">;

/** What was said of a challenge so far, and by when the next word is due. */
export function ChallengeWords({ challenge }: { challenge: Said }) {
  const words = useMessages().challenges;
  const format = useFormat();
  const { state, answerDueAt, text, answer, decidedAt, decisionReason } = challenge;
  const { rulingDueAt, ruling, ruledAt } = challenge;
  const decision = state === "accepted" ? words.states.accepted : words.states.rejected;
  const waits = state === "filed" || state === "answered";
  return (
    <>
      <KeyFacts
        facts={[
          { label: words.text, value: text && <Prose>{text}</Prose> },
          { label: words.answer, value: answer && <Prose>{answer}</Prose> },
          {
            label: words.decision,
            value: decidedAt && <Prose>{words.decisionOf(decision, decisionReason ?? "")}</Prose>,
          },
          {
            label: words.ruling,
            value: ruledAt && <Prose>{words.decisionOf(words.states[state], ruling ?? "")}</Prose>,
          },
        ]}
      />
      {waits && <p>{words.public.waiting(format.deadline(answerDueAt))}</p>}
      {state === "escalated" && rulingDueAt && (
        <p>{words.public.ruling(format.deadline(rulingDueAt))}</p>
      )}
    </>
  );
}
