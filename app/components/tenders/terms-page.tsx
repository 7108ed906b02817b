import type { z } from "zod";
import { LinkButton } from "#app/components/button.tsx";
import { KeyFacts, Money } from "#app/components/facts.tsx";
import { Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Actions, Page, Prose, Section } from "#app/components/page.tsx";
import { useRefusal } from "#app/components/refused.tsx";
import type { Terms } from "#app/domain/tenders/terms.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";

type TermsPageProps = {
  terms: Terms;
  /** Whether the reader may answer for her side. */
  mayAnswer: boolean;
  back: string;
  /** Where she says no, and where the contract is once both have said yes. */
  refusal: string;
  contract: (contractId: string) => string;
};

/** What both sides say yes to, what each has said, and the reader's own yes. */
export function TermsPage({ terms, mayAnswer, back, refusal, contract }: TermsPageProps) {
  const { terms: words } = useMessages();
  const { title, text, party, open, contractId } = terms;
  const [form] = useServerForm<z.ZodType<unknown, Record<string, never>>>();
  const refused = useRefusal().length > 0;
  const answering = mayAnswer && (open || refused);
  return (
    <Page title={words.title} lead={words.lead(title)} back={{ to: back }} narrow>
      {open && <p>{words.intro[party]}</p>}
      <State terms={terms} />
      <Facts terms={terms} />
      <Section title={words.text}>
        <Prose>{text}</Prose>
      </Section>
      <Section title={words.answers}>
        <Answers terms={terms} />
      </Section>
      {answering && (
        <Form form={form}>
          <SubmitButton>{words.accept}</SubmitButton>
          <Actions>
            <LinkButton kind="danger" to={refusal}>
              {words.decline}
            </LinkButton>
          </Actions>
        </Form>
      )}
      {contractId && (
        <Actions>
          <LinkButton kind="main" to={contract(contractId)}>
            {words.toContract}
          </LinkButton>
        </Actions>
      )}
    </Page>
  );
}

function State({ terms: { contractId, party, answered } }: { terms: Terms }) {
  const { terms: words } = useMessages();
  if (contractId) return <Notice kind="success" title={words.drawnUp} />;
  return answered[party] ? <Notice kind="waiting" title={words.waiting} /> : null;
}

function Facts({ terms }: { terms: Terms }) {
  const { terms: words, milestones } = useMessages();
  const { facts } = words;
  const format = useFormat();
  const { price, quantity, unit, startsOn, endsOn, performanceShareBp } = terms;
  return (
    <KeyFacts
      facts={[
        { label: facts.office, value: terms.office },
        { label: facts.organization, value: terms.organization },
        { label: facts.price, value: price && <Money fen={price} /> },
        {
          label: facts.quantity,
          value: quantity && unit && facts.amount(format.number(quantity), unit),
        },
        {
          label: facts.period,
          value: startsOn && endsOn && facts.to(format.day(startsOn), format.day(endsOn)),
        },
        {
          label: facts.share,
          value: milestones.why.percent(format.number(performanceShareBp / 100)),
        },
      ]}
    />
  );
}

function Answers({ terms: { answered } }: { terms: Terms }) {
  const { sides, said } = useMessages().terms;
  const format = useFormat();
  const wordsOf = (answer: Terms["answered"]["office"]) =>
    answer
      ? (answer.accepted ? said.yes : said.no)(format.instant(answer.answeredAt))
      : said.waiting;
  return (
    <KeyFacts
      facts={[
        { label: sides.office, value: wordsOf(answered.office) },
        { label: sides.organization, value: wordsOf(answered.organization) },
      ]}
    />
  );
}
