import { BookingStatus } from "#app/components/bookings/booking-status.tsx";
import { Card } from "#app/components/card.tsx";
import { Moment } from "#app/components/facts.tsx";
import type { BookingState } from "#app/domain/bookings/booking.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import type { Fen } from "#app/values/money.ts";

type Booking = {
  id: string;
  title: string;
  organization: string;
  state: BookingState;
  startsAt: Date;
  endsAt: Date;
  residentShare: Fen;
  worker: string | null;
  site: string | null;
};

/** One booking of a list: what, when, who or where, and what is to pay. */
export function BookingCard(booking: Booking) {
  const { list } = useMessages().bookings;
  const format = useFormat();
  const { id, title, organization, state, startsAt, endsAt, residentShare, worker, site } = booking;
  const who = worker ?? site;
  return (
    <Card title={title} to={paths.resident.booking(id)} status={<BookingStatus state={state} />}>
      <p>
        <Moment at={startsAt} as="range" until={endsAt} />
      </p>
      <p>{who ? list.by(who, organization) : organization}</p>
      <p>{list.pay(format.money(residentShare))}</p>
    </Card>
  );
}
