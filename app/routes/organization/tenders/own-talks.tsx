import { KeyFacts, Moment } from "#app/components/facts.tsx";
import { Prose, Section } from "#app/components/page.tsx";
import type { BidderTender } from "#app/domain/bids/queries.server.ts";
import { useMessages } from "#app/i18n/messages.ts";

/** What the bidder's own talks came to, and the call for final offers that everybody in the talks got. */
export function OwnTalks({ talks }: { talks: NonNullable<BidderTender["talks"]> }) {
  const { bidder: words } = useMessages().talks;
  const { heldAt, calledAt, agreed, changes } = talks;
  return (
    <Section title={words.title} note={words.rule}>
      <KeyFacts
        facts={[
          { label: words.heldAt, value: <Moment at={heldAt} as="stamp" /> },
          { label: words.agreed, value: <Prose>{agreed}</Prose> },
          { label: words.calledAt, value: calledAt && <Moment at={calledAt} as="stamp" /> },
          { label: words.changes, value: <Prose>{changes}</Prose> },
        ]}
      />
    </Section>
  );
}
