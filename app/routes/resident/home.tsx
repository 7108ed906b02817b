import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { CardList, TaskList } from "#app/components/card.tsx";
import { Moment } from "#app/components/facts.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Actions, LinkList, Page, Section } from "#app/components/page.tsx";
import { acceptedByClockAt } from "#app/domain/bookings/delivery.ts";
import { findOwnHome } from "#app/domain/bookings/own-queries.server.ts";
import { findReader } from "#app/domain/residents/own-queries.server.ts";
import { reviewClosesAt } from "#app/domain/reviews/review.ts";
import { notFound } from "#app/http/params.server.ts";
import { requireResident } from "#app/http/session.server.ts";
import { useMessages, usePreferences } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { BookingCard } from "./booking-card.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const act = await requireResident(request);
  const [reader, home] = await Promise.all([findReader(act.by), findOwnHome(act)]);
  return { ...home, reader: reader ?? notFound() };
}

export const meta: MetaFunction = (args) => titled(args, ({ residents }) => residents.nav.home);

export default function ResidentHome() {
  const { home } = useMessages().residents;
  const { elder } = usePreferences();
  const { reader, next } = useLoaderData<typeof loader>();
  const [first, ...later] = next;
  return (
    <Page title={reader.proxy ? home.titleFor(reader.name) : home.title(reader.name)}>
      <Section title={home.next}>
        {first ? (
          <CardList>
            <BookingCard {...first} />
          </CardList>
        ) : (
          <EmptyState
            action={
              <LinkButton to={paths.services} kind="main">
                {home.find}
              </LinkButton>
            }
          >
            {home.none}
          </EmptyState>
        )}
      </Section>
      <Waiting />
      {later.length > 0 && elder === 0 && (
        <Section title={home.later}>
          <CardList>
            {later.map((booking) => (
              <BookingCard key={booking.id} {...booking} />
            ))}
          </CardList>
        </Section>
      )}
      <Ways phone={reader.helpPhone} />
    </Page>
  );
}

/** What the resident is to say: was it done, was it good, does the street's list tell the truth. */
function Waiting() {
  const { home } = useMessages().residents;
  const { toAccept, toReview, checks } = useLoaderData<typeof loader>();
  const { acceptance, review, check } = paths.resident;
  const tasks = [
    ...toAccept.map(({ id, title, startsAt, checkedOutAt }) => ({
      key: `accept-${id}`,
      to: acceptance(id),
      title: home.accept(title),
      note: <Moment at={startsAt} />,
      until: checkedOutAt ? acceptedByClockAt(checkedOutAt) : undefined,
    })),
    ...checks.map(({ milestoneId, bookingId, title, startsAt }) => ({
      key: `check-${bookingId}`,
      to: check(milestoneId, bookingId),
      title: home.check(title),
      note: <Moment at={startsAt} />,
    })),
    ...toReview.map(({ id, title, startsAt, checkedOutAt }) => ({
      key: `review-${id}`,
      to: review(id),
      title: home.review(title),
      note: <Moment at={startsAt} />,
      until: checkedOutAt ? reviewClosesAt(checkedOutAt) : undefined,
    })),
  ];
  return tasks.length > 0 ? <TaskList tasks={tasks} /> : null;
}

/** The ways on: three big buttons in elder mode, links otherwise. */
function Ways({ phone }: { phone: string }) {
  const { home } = useMessages().residents;
  const { elder } = usePreferences();
  const { bookings, card } = paths.resident;
  const links = [
    { to: paths.services, label: home.find },
    { to: bookings, label: home.mine },
    { to: card, label: home.card },
    { to: `tel:${phone}`, label: home.help, note: home.helpNote(phone) },
  ];
  if (elder === 0) return <LinkList links={links} />;
  return (
    <Actions>
      {links.map(({ to, label }) => (
        <LinkButton key={to} to={to}>
          {label}
        </LinkButton>
      ))}
    </Actions>
  );
}
