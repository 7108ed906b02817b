import { KeyFacts, Moment } from "#app/components/facts.tsx";
import { useMessages } from "#app/i18n/messages.ts";

type DeliveryFactsProps = {
  delivery: { offer: string; startsAt: Date; endsAt: Date; deliveryNote: string | null };
};

/** Which service it is about, and what the worker wrote of it. */
export function DeliveryFacts({ delivery }: DeliveryFactsProps) {
  const { facts } = useMessages().delivery;
  const { offer, startsAt, endsAt, deliveryNote } = delivery;
  return (
    <KeyFacts
      facts={[
        { label: facts.service, value: offer },
        { label: facts.time, value: <Moment at={startsAt} as="range" until={endsAt} /> },
        { label: facts.record, value: deliveryNote },
      ]}
    />
  );
}
