import { LinkButton } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Actions, Prose, Section } from "#app/components/page.tsx";
import { Timeline } from "#app/components/timeline.tsx";
import type { BidderTender } from "#app/domain/bids/queries.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** Everybody's questions with their answers, and the way to ask one while the tender is open. */
export function Questions({ tender }: { tender: BidderTender }) {
  const words = useMessages().bids.tender;
  const { id, questions, status, round, standing } = tender;
  const mayAsk = status === "open" && round === 1 && standing === "verified";
  return (
    <Section title={words.questions} note={words.questionsNote}>
      {questions.length === 0 && <EmptyState>{words.noQuestions}</EmptyState>}
      {questions.length > 0 && (
        <Timeline
          items={questions.map(({ id: key, askedAt: at, text, own, answer }) => ({
            key,
            at,
            what: text,
            who: own && words.ownQuestion,
            detail: answer ? <Prose>{answer}</Prose> : <p>{words.waitingForAnswer}</p>,
          }))}
        />
      )}
      {mayAsk && (
        <Actions>
          <LinkButton to={paths.organization.question(id)}>{words.ask}</LinkButton>
        </Actions>
      )}
    </Section>
  );
}
