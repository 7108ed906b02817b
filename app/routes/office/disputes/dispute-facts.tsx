import { KeyFacts, Moment, Money } from "#app/components/facts.tsx";
import type { findDispute } from "#app/domain/bookings/dispute-queries.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";

type Found = NonNullable<Awaited<ReturnType<typeof findDispute>>>;

/** The service in dispute, and whom to call about it. */
export function DisputeFacts({ dispute }: { dispute: Found }) {
  const { facts, disputes: words, bookings } = useMessages().delivery;
  const { aside } = useMessages().common;
  const format = useFormat();
  const { checkedInAt, checkedOutAt, resident, phone, organization, contactPhone } = dispute;
  const record =
    checkedInAt &&
    checkedOutAt &&
    words.recorded(format.time(checkedInAt), format.time(checkedOutAt));
  return (
    <KeyFacts
      facts={[
        { label: facts.service, value: dispute.offer },
        {
          label: facts.time,
          value: <Moment at={dispute.startsAt} as="range" until={dispute.endsAt} />,
        },
        { label: words.record, value: record },
        { label: facts.resident, value: phone ? `${resident}${aside(phone)}` : resident },
        { label: words.organization, value: `${organization}${aside(contactPhone)}` },
        { label: bookings.fundShare, value: <Money fen={dispute.fundShare} /> },
        { label: bookings.residentShare, value: <Money fen={dispute.residentShare} /> },
      ]}
    />
  );
}
