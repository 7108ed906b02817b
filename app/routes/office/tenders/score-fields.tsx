import { LinkButton } from "#app/components/button.tsx";
import { RadioGroup } from "#app/components/choices.tsx";
import { NumberField } from "#app/components/fields.tsx";
import { Fieldset, Form, SubmitButton, useServerForm } from "#app/components/form.tsx";
import { Actions, More, Prose } from "#app/components/page.tsx";
import type { ListedAttachment } from "#app/domain/bids/attachment-queries.server.ts";
import type { findScoring } from "#app/domain/tenders/score-queries.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import { AttachmentList } from "./attachment-list.tsx";
import { scoreName, type scoresForm } from "./scores-form.ts";

type Scoring = NonNullable<Awaited<ReturnType<typeof findScoring>>>;
type Bid = Scoring["bids"][number];

type ScoreFieldsProps = { scoring: Scoring; attachments: readonly ListedAttachment[] };

/** All bids with a field for each criterion; saved as they are, complete or not. */
export function ScoreFields({ scoring, attachments }: ScoreFieldsProps) {
  const { scoring: words, outOf, votes } = useMessages().award;
  const format = useFormat();
  const { bids, criteria, scores, tender } = scoring;
  const saved = scores.map(({ bidId, criterionId, hundredths }) => {
    return [scoreName(bidId, criterionId), String(hundredths / 100)] as const;
  });
  const [form, fields] = useServerForm<ReturnType<typeof scoresForm>>({
    defaultValue: { scores: Object.fromEntries(saved) },
  });
  const fieldOf = fields.scores.getFieldset();
  return (
    <Form form={form}>
      {bids.map((bid) => (
        <Fieldset key={bid.id} legend={words.bid(bid.organization, format.money(bid.price))}>
          <BidText bid={bid} criteria={criteria} />
          <AttachmentList
            tenderId={tender.id}
            attachments={attachments.filter(({ bidId }) => bidId === bid.id)}
          />
          {criteria.map(({ id, name, weight, guidance }) => {
            const field = fieldOf[scoreName(bid.id, id)];
            return (
              field &&
              (scoring.votes ? (
                <RadioGroup
                  key={id}
                  field={field}
                  label={votes.question}
                  options={[
                    { value: String(weight), label: words.yes },
                    { value: "0", label: words.no },
                  ]}
                  optional="later"
                />
              ) : (
                <NumberField
                  key={id}
                  field={field}
                  label={words.score(name)}
                  hint={words.scoreHint(format.number(weight), guidance)}
                  step="any"
                  unit={outOf(format.count(weight, "point"))}
                />
              ))
            );
          })}
        </Fieldset>
      ))}
      <SubmitButton>{words.save}</SubmitButton>
      <Actions>
        <LinkButton to={paths.office.handIn(tender.id)}>
          {(scoring.votes ? votes.scoring : words).toHandIn}
        </LinkButton>
      </Actions>
    </Form>
  );
}

function BidText({ bid, criteria }: { bid: Bid; criteria: Scoring["criteria"] }) {
  const { scoring: words } = useMessages().award;
  const { document } = bid;
  if (!document) return null;
  return (
    <More label={words.read}>
      <h3>{words.plan}</h3>
      <Prose>{document.plan}</Prose>
      <h3>{words.team}</h3>
      <Prose>{document.team}</Prose>
      <h3>{words.responses}</h3>
      {criteria.map(({ id, name }) => (
        <div key={id}>
          <h4>{name}</h4>
          <Prose>{document.responses[id]}</Prose>
        </div>
      ))}
    </More>
  );
}
