import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { AudienceNav } from "#app/components/audience-nav.tsx";
import { PostButton } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { findReader } from "#app/domain/residents/own-queries.server.ts";
import { notFound } from "#app/http/params.server.ts";
import { requireResident } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireResident(request);
  return (await findReader(by)) ?? notFound();
}

export default function ResidentLayout() {
  const { nav } = useMessages().residents;
  const reader = useLoaderData<typeof loader>();
  const { home, bookings, card, proxyLog } = paths.resident;
  const links = [
    { to: home, label: nav.home },
    { to: bookings, label: nav.bookings },
    { to: card, label: nav.card },
    { to: proxyLog, label: nav.log },
  ];
  return (
    <>
      <AudienceNav label={nav.label} who={reader.proxy?.who ?? reader.name} links={links} />
      {reader.proxy && <ActingNotice resident={reader.name} {...reader.proxy} />}
      <Outlet />
    </>
  );
}

type ActingProps = { resident: string; reason: string; expiresAt: Date };

/** Stands on every page while a community worker acts for the resident. */
function ActingNotice({ resident, reason, expiresAt }: ActingProps) {
  const { acting } = useMessages().residents;
  const format = useFormat();
  return (
    <Notice kind="waiting" title={acting.title(resident)}>
      <p>{acting.until(format.time(expiresAt), reason)}</p>
      <PostButton action={paths.community.endProxy}>{acting.end}</PostButton>
    </Notice>
  );
}
