import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { AudienceNav } from "#app/components/audience-nav.tsx";
import { requireManager, requirePerson } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { name } = await requirePerson(request);
  await requireManager(request);
  return { name };
}

export default function OrganizationLayout() {
  const { nav } = useMessages().organizations;
  const { name } = useLoaderData<typeof loader>();
  const { home, tenders, contracts, offers, workers, bookings, reviews } = paths.organization;
  const links = [
    { to: home, label: nav.home },
    { to: tenders, label: nav.tenders },
    { to: contracts, label: nav.contracts },
    { to: offers, label: nav.offers },
    { to: workers, label: nav.workers },
    { to: bookings, label: nav.bookings },
    { to: reviews, label: nav.reviews },
  ];
  return (
    <>
      <AudienceNav label={nav.label} who={name} secondFactor links={links} />
      <Outlet />
    </>
  );
}
