import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { FilterDay, FilterForm, FilterSelect, Pager } from "#app/components/filter.tsx";
import { Actions, Page } from "#app/components/page.tsx";
import { bookingStates } from "#app/domain/bookings/booking.ts";
import {
  listBookableOffers,
  listOrganizationBookings,
} from "#app/domain/bookings/organization-queries.server.ts";
import { idSearchParam } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { BookingTable } from "./booking-table.tsx";
import { bookingFilter } from "./filter.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  const after = idSearchParam<"booking">(request, "after");
  const [page, offers] = await Promise.all([
    listOrganizationBookings(by, bookingFilter(request), after),
    listBookableOffers(by),
  ]);
  return { ...page, offers };
}

export const meta: MetaFunction = (args) => titled(args, ({ delivery }) => delivery.bookings.title);

export default function OrganizationBookings() {
  const { bookings: words } = useMessages().delivery;
  const { states } = useMessages().bookings;
  const { rows, next, offers } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  return (
    <Page title={words.title} lead={words.lead} wide>
      <FilterForm>
        <FilterDay name="from" label={words.from} />
        <FilterDay name="to" label={words.to} />
        <FilterSelect
          name="state"
          label={words.state}
          options={bookingStates.map((value) => ({ value, label: states[value] }))}
        />
        <FilterSelect
          name="offer"
          label={words.offer}
          options={offers.map(({ id, title }) => ({ value: id, label: title }))}
        />
      </FilterForm>
      <BookingTable rows={rows} />
      <Pager next={next} />
      <Actions>
        <LinkButton to={paths.organization.bookingsFile(search)} icon="download">
          {words.csv}
        </LinkButton>
      </Actions>
    </Page>
  );
}
