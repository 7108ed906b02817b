import { Fieldset } from "#app/components/form.tsx";
import { type BidDraft, type DraftProblem, responseField } from "#app/domain/bids/draft.ts";
import type { Bidding } from "#app/domain/bids/queries.server.ts";
import { methodSettings } from "#app/domain/tenders/method.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { SealedField } from "./sealed-field.tsx";
import { useProblemWords } from "./use-problem-words.ts";

type BidFieldsProps = {
  bidding: Bidding;
  draft: BidDraft;
  problems: Partial<Record<string, DraftProblem>>;
  change: (changed: Partial<BidDraft>) => void;
};

/** Everything a bid says: price, plan, team, an answer to each quality criterion, and whom to call. */
export function BidFields({ bidding, draft, problems, change }: BidFieldsProps) {
  const { form } = useMessages().bids;
  const format = useFormat();
  const problemWords = useProblemWords(bidding.ceiling);
  const text = (name: Exclude<keyof BidDraft, "responses">) => ({
    id: fieldId(name),
    value: draft[name],
    error: problemWords(name, problems[name]),
    onChange: (value: string) => change({ [name]: value }),
  });
  const priceHint = bidding.ceiling ? form.priceHint(format.money(bidding.ceiling)) : undefined;
  return (
    <>
      <Fieldset legend={form.offer}>
        <SealedField {...text("price")} label={form.price} hint={priceHint} money />
        <SealedField {...text("plan")} label={form.plan} hint={form.planHint} rows={10} />
        <SealedField {...text("team")} label={form.team} hint={form.teamHint} rows={6} />
      </Fieldset>
      <Responses {...{ bidding, draft, problems, change }} />
      <Fieldset legend={form.contact}>
        <SealedField {...text("contactName")} label={form.contactName} />
        <SealedField {...text("contactPhone")} label={form.contactPhone} />
      </Fieldset>
    </>
  );
}

function Responses({ bidding, draft, problems, change }: BidFieldsProps) {
  const { form } = useMessages().bids;
  const { common } = useMessages();
  const format = useFormat();
  const problemWords = useProblemWords(bidding.ceiling);
  const votes = methodSettings[bidding.method].scoring === "votes";
  const quality = bidding.criteria.filter(({ kind }) => kind === "quality");
  if (quality.length === 0) return null;
  return (
    <Fieldset legend={votes ? form.toCouncil : form.responses}>
      {quality.map(({ id, name, weight, guidance }) => {
        const field = responseField(id);
        return (
          <SealedField
            key={id}
            id={fieldId(field)}
            label={
              votes ? form.whyUs : form.response(name) + common.aside(format.count(weight, "point"))
            }
            hint={votes ? undefined : guidance}
            rows={6}
            value={draft.responses[id] ?? ""}
            error={problemWords(field, problems[field])}
            onChange={(value) => change({ responses: { ...draft.responses, [id]: value } })}
          />
        );
      })}
    </Fieldset>
  );
}

const fieldId = (name: string) => `bid-${name}`;
