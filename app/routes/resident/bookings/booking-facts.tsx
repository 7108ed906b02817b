import { KeyFacts, Moment, Money } from "#app/components/facts.tsx";
import type { OwnBooking } from "#app/domain/bookings/own-queries.server.ts";
import { readableReference } from "#app/domain/bookings/reference.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";

/** What a booking is, for its resident: when, where, who, how much. */
export function BookingFacts({ booking }: { booking: OwnBooking }) {
  const { facts, share, modes, list } = useMessages().bookings;
  const { common } = useMessages();
  const { site, address, worker, workerPhone, programme, fundShare } = booking;
  const owed = !["cancelled", "no_show_resident", "no_show_provider"].includes(booking.state);
  const aside = programme ? common.aside(share.programme(programme)) : null;
  return (
    <KeyFacts
      facts={[
        { label: facts.reference, value: readableReference(booking.reference) },
        {
          label: facts.time,
          value: <Moment at={booking.startsAt} as="range" until={booking.endsAt} />,
        },
        {
          label: facts.place,
          value: site ? list.by(site, address ?? "") : modes.visit,
        },
        { label: facts.worker, value: worker },
        { label: facts.workerPhone, value: workerPhone && <Phone number={workerPhone} /> },
        { label: facts.organization, value: booking.organization },
        { label: facts.contact, value: <Phone number={booking.contactPhone} /> },
        { label: facts.price, value: <Money fen={booking.price} /> },
        {
          label: facts.fundShare,
          value: (
            <>
              <Money fen={fundShare} />
              {aside}
            </>
          ),
        },
        { label: facts.residentShare, value: <Money fen={booking.residentShare} /> },
        { label: facts.pay, value: owed ? <HowToPay booking={booking} /> : null },
        { label: facts.note, value: booking.hasNote ? facts.noteKept : null },
        { label: facts.bookedBy, value: booking.byProxy ? facts.byProxy(booking.bookedBy) : null },
        { label: facts.help, value: <Phone number={booking.helpPhone} /> },
      ]}
    />
  );
}

function HowToPay({ booking }: { booking: OwnBooking }) {
  const { facts } = useMessages().bookings;
  const format = useFormat();
  if (booking.copaymentAt) return facts.paid(format.stamp(booking.copaymentAt));
  return booking.residentShare > 0 ? facts.payAtService : facts.payNothing;
}

const Phone = ({ number }: { number: string }) => <a href={`tel:${number}`}>{number}</a>;
