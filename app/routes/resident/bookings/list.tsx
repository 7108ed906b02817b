import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { CardList } from "#app/components/card.tsx";
import { FilterForm, FilterSelect, Pager } from "#app/components/filter.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Page } from "#app/components/page.tsx";
import { listOwnBookings } from "#app/domain/bookings/own-queries.server.ts";
import { askedOf, id } from "#app/http/params.server.ts";
import { requireResident } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { BookingCard } from "../booking-card.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireResident(request);
  const searchParams = askedOf(request);
  const period = searchParams.get("show") === "past" ? "past" : "coming";
  const after = id<"booking">().safeParse(searchParams.get("after"));
  return { period, ...(await listOwnBookings(by, period, after.data)) };
}

export const meta: MetaFunction = (args) => titled(args, ({ bookings }) => bookings.list.title);

export default function Bookings() {
  const { list } = useMessages().bookings;
  const { period, rows, next } = useLoaderData<typeof loader>();
  return (
    <Page title={list.title}>
      <FilterForm>
        <FilterSelect
          name="show"
          label={list.show}
          all={list.coming}
          options={[{ value: "past", label: list.past }]}
        />
      </FilterForm>
      {rows.length > 0 ? (
        <CardList>
          {rows.map((booking) => (
            <BookingCard key={booking.id} {...booking} />
          ))}
        </CardList>
      ) : (
        <EmptyState action={<LinkButton to={paths.services}>{list.find}</LinkButton>}>
          {period === "past" ? list.nonePast : list.none}
        </EmptyState>
      )}
      <Pager next={next} />
    </Page>
  );
}
