import { KeyFacts, Money, OnDay } from "#app/components/facts.tsx";
import { cutoffOf, type Mode } from "#app/domain/bookings/booking.ts";
import type { Choice } from "#app/domain/bookings/choices.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import { dayOf } from "#app/values/time.ts";

type Shown = Pick<Choice, "organization" | "site" | "startsAt" | "endsAt" | "quote"> & {
  offer: { id: string; title: string; mode: Mode; cancelCutoffHours: number };
  address: string | null;
};

/** What the resident says yes to: when, where, by whom, and who pays what; with a way back to each question. */
export function ChoiceFacts({ choice }: { choice: Shown }) {
  const { facts, check, time, list } = useMessages().bookings;
  const format = useFormat();
  const { offer, organization, site, startsAt, endsAt, quote, address } = choice;
  const { book, bookTime } = paths.resident;
  const deadline = format.deadline(cutoffOf(startsAt, offer.cancelCutoffHours));
  const day = dayOf(startsAt);
  return (
    <KeyFacts
      facts={[
        { label: facts.service, value: offer.title },
        { label: facts.organization, value: organization },
        { label: facts.day, value: <OnDay day={day} long />, change: book(offer.id) },
        {
          label: facts.time,
          value: time.span(null, format.time(startsAt), format.time(endsAt)),
          change: bookTime(offer.id, day),
        },
        { label: facts.place, value: site && list.by(site.name, site.address) },
        { label: facts.home, value: address },
        { label: facts.price, value: <Money fen={quote.price} /> },
        { label: facts.fundShare, value: <FundShare quote={quote} /> },
        { label: facts.residentShare, value: <Money fen={quote.residentShare} /> },
        {
          label: facts.pay,
          value: quote.residentShare > 0 ? facts.payAtService : facts.payNothing,
        },
        { label: check.ruleTitle, value: check.rule(deadline) },
      ]}
    />
  );
}

function FundShare({ quote }: Pick<Shown, "quote">) {
  const { share } = useMessages().bookings;
  const { common } = useMessages();
  const format = useFormat();
  const { programme, reasons, limitedBy, fundShare } = quote;
  const because = programme
    ? [
        share.programme(programme),
        ...reasons.map((reason) => share.reasons[reason]),
        ...(limitedBy ? [share.limits[limitedBy]] : []),
      ]
    : [share.none];
  const [first = "", ...rest] = reasons.length > 0 ? because.slice(1) : because;
  return (
    <>
      <Money fen={fundShare} />
      {common.aside(rest.length > 0 ? format.list([first, ...rest]) : first)}
    </>
  );
}
