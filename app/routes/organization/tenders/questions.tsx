import { LinkButton } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Actions, Prose, Section } from "#app/components/page.tsx";
import { Timeline } from "#app/components/timeline.tsx";
import type { BidderTender } from "#app/domain/bids/queries.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** Whoever could bid asks before the deadline, whoever did once the result is public. */
function mayAsk({ status, round, suspendedAt, standing, bid }: BidderTender) {
  if (standing !== "verified" || suspendedAt) return false;
  const decided = status === "publicised" || status === "awarded";
  return (
    (status === "open" && round === 1) || (decided && bid !== null && bid.state !== "withdrawn")
  );
}

/** Everybody's questions with their answers, and the way to ask one while the tender is open. */
export function Questions({ tender }: { tender: BidderTender }) {
  const words = useMessages().bids.tender;
  const { id, questions } = tender;
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
      {mayAsk(tender) && (
        <Actions>
          <LinkButton to={paths.organization.question(id)}>{words.ask}</LinkButton>
        </Actions>
      )}
    </Section>
  );
}
