import { Button } from "#app/components/button.tsx";
import { KeyFacts, Money } from "#app/components/facts.tsx";
import { Actions, Prose } from "#app/components/page.tsx";
import type { Attachment } from "#app/domain/bids/attachment.ts";
import { type BidDraft, fenOf } from "#app/domain/bids/draft.ts";
import type { Bidding } from "#app/domain/bids/queries.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";

type BidCheckProps = {
  bidding: Bidding;
  draft: BidDraft;
  attachments: readonly Attachment[];
  back: () => void;
};

/** The bid to be read once more before it is sealed. */
export function BidCheck({ bidding, draft, attachments, back }: BidCheckProps) {
  const { form, attachments: words } = useMessages().bids;
  const { list } = useFormat();
  const names = attachments.map(({ name, confidential }) =>
    confidential ? `${name} · ${words.confidential}` : name,
  );
  const price = fenOf(draft.price);
  const answers = bidding.criteria
    .filter(({ kind }) => kind === "quality")
    .map(({ id, name }) => ({
      label: form.response(name),
      value: <Prose>{draft.responses[id]}</Prose>,
    }));
  return (
    <section className="section" tabIndex={-1} aria-labelledby="bid-check">
      <h2 id="bid-check">{form.check}</h2>
      <KeyFacts
        facts={[
          { label: form.price, value: price && <Money fen={price} /> },
          { label: form.plan, value: <Prose>{draft.plan}</Prose> },
          { label: form.team, value: <Prose>{draft.team}</Prose> },
          ...answers,
          { label: words.title, value: names.length > 0 ? list(names) : words.none },
          { label: form.contactName, value: draft.contactName },
          { label: form.contactPhone, value: draft.contactPhone },
        ]}
      />
      <Actions>
        <Button icon="lock">{form.submit}</Button>
        <button type="button" className="button plain" onClick={back}>
          {form.back}
        </button>
      </Actions>
    </section>
  );
}
