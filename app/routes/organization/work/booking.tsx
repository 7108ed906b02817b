import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BookingStatus } from "#app/components/bookings/booking-status.tsx";
import { LinkButton } from "#app/components/button.tsx";
import { KeyFacts, Moment, NextStep } from "#app/components/facts.tsx";
import { Actions, More, Page, Prose, Section } from "#app/components/page.tsx";
import { holdsPlace } from "#app/domain/bookings/booking.ts";
import { readableReference } from "#app/domain/bookings/reference.ts";
import { findWork } from "#app/domain/bookings/work-queries.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireWorker } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { dayOf } from "#app/values/time.ts";
import { dutyOf } from "./duty.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by, at } = await requireWorker(request);
  const booking = (await findWork(by, idParam(params.bookingId))) ?? notFound();
  return { booking, duty: dutyOf(booking, at) };
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ work }, loaded) => loaded?.booking.resident ?? work.nav.today);

export default function WorkBooking() {
  const words = useMessages().work;
  const { booking } = useLoaderData<typeof loader>();
  const { id, startsAt, state, deliveryNote } = booking;
  return (
    <Page
      title={booking.resident}
      back={{ to: paths.work.day(dayOf(startsAt)), label: words.booking.back }}
      status={<BookingStatus state={state} forOthers />}
      next={<Duty />}
      aside={<WorkFacts />}
    >
      {holdsPlace(state) && (
        <Section title={words.address.title} note={words.booking.addressNote}>
          <Actions>
            <LinkButton to={paths.work.address(id)} icon="mapPin">
              {words.booking.address}
            </LinkButton>
          </Actions>
        </Section>
      )}
      {deliveryNote && (
        <Section title={words.booking.note}>
          <Prose>{deliveryNote}</Prose>
        </Section>
      )}
    </Page>
  );
}

/** The one thing to do now, as a large button. */
function Duty() {
  const words = useMessages().work;
  const { next } = words.booking;
  const format = useFormat();
  const { booking, duty } = useLoaderData<typeof loader>();
  const { id, resident } = booking;
  const to = paths.work;
  return (
    <NextStep>
      <p>{duty.name === "early" ? next.early(format.instant(duty.from)) : next[duty.name]}</p>
      <Actions>
        {duty.name === "ready" && (
          <LinkButton kind="main" icon="check" to={to.checkIn(id)}>
            {words.checkIn.submit}
          </LinkButton>
        )}
        {duty.name === "inside" && (
          <LinkButton kind="main" icon="check" to={to.checkOut(id)}>
            {words.checkOut.submit}
          </LinkButton>
        )}
        {booking.residentShare > 0 && !booking.paidBy && duty.pays && (
          <LinkButton kind={duty.name === "pay" ? "main" : "plain"} to={to.copayment(id)}>
            {words.copayment.title(resident)}
          </LinkButton>
        )}
      </Actions>
      {duty.name === "ready" && (
        <More label={words.absence.title(resident)}>
          <LinkButton to={to.absence(id)}>{words.absence.submit}</LinkButton>
        </More>
      )}
    </NextStep>
  );
}

function WorkFacts() {
  const words = useMessages().work;
  const format = useFormat();
  const { booking } = useLoaderData<typeof loader>();
  const { mode, site, siteAddress, community, residentShare, paidBy } = booking;
  const place =
    mode === "seat" ? [site, siteAddress].filter(Boolean).join(" ") : words.today.atHome(community);
  const share = paidBy
    ? words.booking.taken(words.copayment.methods[paidBy])
    : format.money(residentShare);
  const { booking: labels } = words;
  return (
    <KeyFacts
      facts={[
        {
          label: labels.time,
          value: <Moment at={booking.startsAt} as="range" until={booking.endsAt} />,
        },
        { label: labels.place, value: place },
        { label: labels.service, value: booking.offer },
        { label: labels.share, value: residentShare === 0 ? labels.nothing : share },
        { label: labels.reference, value: readableReference(booking.reference) },
        {
          label: labels.checkedIn,
          value: booking.checkedInAt && <Moment at={booking.checkedInAt} />,
        },
        {
          label: labels.checkedOut,
          value: booking.checkedOutAt && <Moment at={booking.checkedOutAt} />,
        },
      ]}
    />
  );
}
