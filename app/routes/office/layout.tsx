import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { AudienceNav } from "#app/components/audience-nav.tsx";
import { requireOfficeReader } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { name, roles } = await requireOfficeReader(request);
  return {
    name,
    opens: roles.includes("opener"),
    supervises: roles.includes("supervisor"),
  };
}

export default function OfficeLayout() {
  const { office, services, redFlags, challenges: challenged } = useMessages();
  const { nav } = office;
  const { name, opens, supervises } = useLoaderData<typeof loader>();
  const { home, projects, contracts, fund, programmes, openerKey } = paths.office;
  const { tenders, milestones, disputes, statistics, challenges } = paths.office;
  const links = [
    { to: home, label: nav.home },
    { to: projects, label: nav.projects, also: tenders },
    { to: contracts, label: nav.contracts },
    { to: milestones, label: nav.milestones },
    { to: disputes, label: nav.disputes },
    { to: challenges, label: challenged.title },
    { to: fund(), label: nav.fund },
    { to: programmes, label: services.programmes.title },
    { to: statistics, label: nav.statistics },
    ...(supervises ? [{ to: paths.office.redFlags, label: redFlags.title }] : []),
    ...(opens ? [{ to: openerKey, label: nav.openerKey }] : []),
  ];
  return (
    <>
      <AudienceNav label={nav.label} who={name} secondFactor links={links} />
      <Outlet />
    </>
  );
}
