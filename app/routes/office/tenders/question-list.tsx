import { LinkButton } from "#app/components/button.tsx";
import { Card, CardList } from "#app/components/card.tsx";
import { Moment } from "#app/components/facts.tsx";
import { Prose, Section } from "#app/components/page.tsx";
import type { OfficeRole } from "#app/domain/accounts/role.ts";
import type { TenderStatus } from "#app/domain/tenders/tender.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

type Question = {
  id: string;
  text: string;
  askedAt: Date;
  answer: string | null;
  asker: string | null;
};

type QuestionListProps = {
  tenderId: string;
  questions: Question[];
  answers: (question: Question) => boolean;
};

type Asked = { status: TenderStatus; deadline: Date | null };

/** Which questions the reader may answer: before the deadline all, after it those about the result. */
export const answersNow =
  ({ status, deadline }: Asked, roles: readonly OfficeRole[]) =>
  ({ askedAt }: { askedAt: Date }) =>
    roles.includes("officer") && (status === "open" || (deadline !== null && askedAt >= deadline));

/** What organizations asked; `answers` says which of it the reader may answer now. */
export function QuestionList({ tenderId, questions, answers }: QuestionListProps) {
  const { tender } = useMessages().office;
  if (questions.length === 0) return null;
  return (
    <Section title={tender.questions}>
      <CardList>
        {questions.map((question) => (
          <Card key={question.id} title={question.text} note={<Moment at={question.askedAt} />}>
            {question.asker && <p>{question.asker}</p>}
            {question.answer ? <Prose>{question.answer}</Prose> : <p>{tender.unanswered}</p>}
            {!question.answer && answers(question) && (
              <LinkButton to={paths.office.question(tenderId, question.id)}>
                {tender.toAnswer}
              </LinkButton>
            )}
          </Card>
        ))}
      </CardList>
    </Section>
  );
}
