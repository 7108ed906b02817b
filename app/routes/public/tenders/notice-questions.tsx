import { Card, CardList } from "#app/components/card.tsx";
import { Moment } from "#app/components/facts.tsx";
import { Prose, Section } from "#app/components/page.tsx";
import { useMessages } from "#app/i18n/messages.ts";

type Question = {
  id: string;
  text: string;
  askedAt: Date;
  answer: string | null;
  asker: string | null;
};

/** Questions and answers, for everybody; who asked is there once the deadline has passed. */
export function NoticeQuestions({ questions }: { questions: Question[] }) {
  const { notice: words } = useMessages().notices;
  return (
    <Section title={words.questions} note={words.questionsNote}>
      {questions.length === 0 && <p>{words.questionsEmpty}</p>}
      <CardList>
        {questions.map(({ id, text, askedAt, answer, asker }) => (
          <Card key={id} title={words.question(text)} note={<Moment at={askedAt} as="stamp" />}>
            {asker && <p>{words.asker(asker)}</p>}
            <Prose>{answer ? words.answer(answer) : words.waiting}</Prose>
          </Card>
        ))}
      </CardList>
    </Section>
  );
}
