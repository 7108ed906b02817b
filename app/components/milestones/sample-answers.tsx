import type { SampleOutcome } from "#app/domain/milestones/calculation.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { KeyFacts } from "../facts.tsx";
import { More } from "../page.tsx";

/** Who was asked whether they were served, and what they said. */
export function SampleAnswers({ sample }: { sample: SampleOutcome }) {
  const { sample: words } = useMessages().milestones;
  const format = useFormat();
  const people = (count: number) => format.count(count, "person");
  return (
    <>
      <KeyFacts
        facts={[
          { label: words.asked, value: people(sample.size) },
          { label: words.answered, value: people(sample.answered) },
          { label: words.confirmed, value: people(sample.confirmed) },
          { label: words.denied, value: people(sample.denied) },
        ]}
      />
      <More label={words.how}>
        <p>{words.rule}</p>
        {sample.seed && <p>{words.order(sample.seed)}</p>}
      </More>
    </>
  );
}
