import { LinkButton } from "#app/components/button.tsx";
import { Card, CardList } from "#app/components/card.tsx";
import { Moment } from "#app/components/facts.tsx";
import { Prose, Section } from "#app/components/page.tsx";
import { useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

type Question = {
  id: string;
  text: string;
  askedAt: Date;
  answer: string | null;
  asker: string | null;
};

type QuestionListProps = { tenderId: string; questions: Question[]; answers: boolean };

/** What organizations asked; `answers` says whether the reader may answer now. */
export function QuestionList({ tenderId, questions, answers }: QuestionListProps) {
  const { tender } = useMessages().office;
  if (questions.length === 0) return null;
  return (
    <Section title={tender.questions}>
      <CardList>
        {questions.map(({ id, text, askedAt, answer, asker }) => (
          <Card key={id} title={text} note={<Moment at={askedAt} />}>
            {asker && <p>{asker}</p>}
            {answer ? <Prose>{answer}</Prose> : <p>{tender.unanswered}</p>}
            {!answer && answers && (
              <LinkButton to={paths.office.question(tenderId, id)}>{tender.toAnswer}</LinkButton>
            )}
          </Card>
        ))}
      </CardList>
    </Section>
  );
}
