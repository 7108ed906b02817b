import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BookingStatus } from "#app/components/bookings/booking-status.tsx";
import { LinkButton } from "#app/components/button.tsx";
import { Card, CardList } from "#app/components/card.tsx";
import { FilterDay, FilterForm } from "#app/components/filter.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Actions, Page, Section } from "#app/components/page.tsx";
import { listWork } from "#app/domain/bookings/work-queries.server.ts";
import { canBePaid } from "#app/domain/payments/copayment.ts";
import { askedOf } from "#app/http/params.server.ts";
import { requireWorker } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { addDays, dayOf, isDay } from "#app/values/time.ts";
import { slotsOf, type Work } from "./slots.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by, at } = await requireWorker(request);
  const wanted = askedOf(request).get("day") ?? "";
  const today = dayOf(at);
  const day = isDay(wanted) ? wanted : today;
  return { today, day, work: await listWork(by, day) };
}

export const meta: MetaFunction = (args) => titled(args, ({ work }) => work.nav.today);

export default function WorkDay() {
  const words = useMessages().work.today;
  const format = useFormat();
  const { today, day, work } = useLoaderData<typeof loader>();
  return (
    <Page title={words.title(format.dayLong(day))}>
      <Actions>
        <LinkButton to={paths.work.day(addDays(day, -1))} icon="arrowLeft">
          {words.earlier}
        </LinkButton>
        {day !== today && <LinkButton to={paths.work.home}>{words.today}</LinkButton>}
        <LinkButton to={paths.work.day(addDays(day, 1))} icon="arrowRight">
          {words.later}
        </LinkButton>
      </Actions>
      {work.length === 0 && <EmptyState>{words.none}</EmptyState>}
      {slotsOf(work).map((slot) => (
        <Section
          key={slot.key}
          title={words.slot(
            `${format.time(slot.startsAt)}–${format.time(slot.endsAt)}`,
            slot.offer,
          )}
          note={slot.site && words.at(slot.site)}
        >
          <CardList>
            {slot.work.map((booking) => (
              <WorkCard key={booking.id} {...booking} />
            ))}
          </CardList>
        </Section>
      ))}
      <FilterForm count={words.count(format.count(work.length, "booking"))}>
        <FilterDay name="day" label={words.days} />
      </FilterForm>
    </Page>
  );
}

/** One person to serve; the whole card opens what is to be done. */
function WorkCard({ id, resident, state, mode, community, residentShare, paidBy }: Work) {
  const words = useMessages().work.today;
  const format = useFormat();
  const owes = residentShare > 0 && !paidBy && canBePaid(state);
  return (
    <Card
      to={paths.work.booking(id)}
      title={resident}
      status={<BookingStatus state={state} forOthers />}
      note={owes ? words.owes(format.money(residentShare)) : undefined}
    >
      {mode === "visit" && <p>{words.atHome(community)}</p>}
    </Card>
  );
}
