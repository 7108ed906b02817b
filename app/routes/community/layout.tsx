import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { AudienceNav } from "#app/components/audience-nav.tsx";
import { requireCommunityWorker, requirePerson } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireCommunityWorker(request);
  const { name } = await requirePerson(request);
  return { name };
}

export default function CommunityLayout() {
  const { nav } = useMessages().community;
  const { name } = useLoaderData<typeof loader>();
  const links = [
    { to: paths.community.home, label: nav.home },
    { to: paths.community.residents, label: nav.residents },
  ];
  return (
    <>
      <AudienceNav label={nav.label} who={name} links={links} />
      <Outlet />
    </>
  );
}
