import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BookingStatus } from "#app/components/bookings/booking-status.tsx";
import { LinkButton } from "#app/components/button.tsx";
import { Confirmation } from "#app/components/facts.tsx";
import { Actions, Page, Section } from "#app/components/page.tsx";
import { Timeline } from "#app/components/timeline.tsx";
import { findOwnBooking } from "#app/domain/bookings/own-queries.server.ts";
import { readableReference } from "#app/domain/bookings/reference.ts";
import { askedOf, idParam, notFound } from "#app/http/params.server.ts";
import { requireResident } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { BookingActs } from "./booking-acts.tsx";
import { BookingFacts } from "./booking-facts.tsx";
import { BookingNext } from "./booking-next.tsx";
import { useTimeline } from "./booking-timeline.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by, at } = await requireResident(request);
  const booking = (await findOwnBooking(by, idParam(params.bookingId))) ?? notFound();
  return { booking, now: at, justBooked: askedOf(request).has("booked") };
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ bookings }, found) =>
    found?.justBooked ? bookings.booked.title : (found?.booking.title ?? bookings.list.title),
  );

export default function Booking() {
  const { list, one } = useMessages().bookings;
  const { booking, now, justBooked } = useLoaderData<typeof loader>();
  const timeline = useTimeline(booking);
  if (justBooked && booking.state === "confirmed") return <Booked />;
  return (
    <Page
      title={booking.title}
      back={{ to: paths.resident.bookings, label: list.title }}
      status={<BookingStatus state={booking.state} />}
      next={<BookingNext booking={booking} now={now} />}
      aside={<BookingFacts booking={booking} />}
    >
      <BookingActs booking={booking} now={now} />
      <Section title={one.life}>
        <Timeline items={timeline} />
      </Section>
    </Page>
  );
}

/** Just booked: the number to quote, what happens next, and the ways on. */
function Booked() {
  const { booked, list } = useMessages().bookings;
  const { card } = useMessages().residents.nav;
  const format = useFormat();
  const { booking } = useLoaderData<typeof loader>();
  const when = format.range(booking.startsAt, booking.endsAt);
  return (
    <Page title={booked.title} narrow>
      <Confirmation reference={readableReference(booking.reference)}>
        <p>{booking.site ? booked.seat(when, booking.site) : booked.visit(when)}</p>
        <p>{booked.call}</p>
      </Confirmation>
      <BookingFacts booking={booking} />
      <Actions>
        <LinkButton to={paths.resident.bookings}>{list.title}</LinkButton>
        <LinkButton to={paths.resident.card}>{card}</LinkButton>
        <LinkButton to={paths.services}>{booked.more}</LinkButton>
      </Actions>
    </Page>
  );
}
