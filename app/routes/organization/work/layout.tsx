import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { AudienceNav } from "#app/components/audience-nav.tsx";
import { requirePerson, requireWorker } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { name } = await requirePerson(request);
  await requireWorker(request);
  return { name };
}

export default function WorkLayout() {
  const { nav } = useMessages().work;
  const { name } = useLoaderData<typeof loader>();
  return (
    <>
      <AudienceNav
        label={nav.label}
        who={name}
        links={[{ to: paths.work.home, label: nav.today }]}
      />
      <Outlet />
    </>
  );
}
