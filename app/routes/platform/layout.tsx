import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { AudienceNav } from "#app/components/audience-nav.tsx";
import { requireOperator, requirePerson } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { name } = await requirePerson(request);
  await requireOperator(request);
  return { name };
}

export default function PlatformLayout() {
  const { organizations, calendar } = useMessages();
  const { nav } = organizations.platform;
  const { name } = useLoaderData<typeof loader>();
  const links = [
    { to: paths.platform.home, label: nav.home },
    { to: paths.platform.organizations, label: nav.organizations },
    { to: paths.platform.rules, label: nav.rules },
    { to: paths.platform.calendar(), label: calendar.title },
    { to: paths.platform.mail, label: nav.mail },
  ];
  return (
    <>
      <AudienceNav label={nav.label} who={name} secondFactor links={links} />
      <Outlet />
    </>
  );
}
