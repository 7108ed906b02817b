import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Actions, Page, Section } from "#app/components/page.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { findOrganizationToCheck } from "#app/domain/organizations/queries.server.ts";
import { idParam, notFound } from "#app/http/params.server.ts";
import { requireOperator } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { OrganizationFacts } from "./organization-facts.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { by } = await requireOperator(request);
  return (await findOrganizationToCheck(by, idParam(params.organizationId))) ?? notFound();
}

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, ({ organizations }, found) => found?.name ?? organizations.platform.home.title);

const kinds = { waiting: "waiting", verified: "done", rejected: "refused" } as const;

export default function OrganizationToCheck() {
  const { standing: standings, platform } = useMessages().organizations;
  const organization = useLoaderData<typeof loader>();
  const { standing, rejectedReason } = organization;
  return (
    <Page
      title={organization.name}
      back={{ to: paths.platform.home }}
      status={<StatusTag kind={kinds[standing]}>{standings[standing]}</StatusTag>}
    >
      <OrganizationFacts organization={organization} />
      {standing === "verified" && <Notice kind="success">{platform.check.decided}</Notice>}
      {standing === "rejected" && (
        <Notice kind="info" title={platform.check.rejected}>
          <p>{rejectedReason}</p>
        </Notice>
      )}
      {standing !== "verified" && <Decision organization={organization} />}
    </Page>
  );
}

function Decision({
  organization: { id, standing },
}: {
  organization: { id: string; standing: string };
}) {
  const { check } = useMessages().organizations.platform;
  return (
    <Section title={check.howTo}>
      <p>{check.steps}</p>
      <Actions>
        <LinkButton kind="main" to={paths.platform.verification(id)}>
          {check.verify}
        </LinkButton>
        {standing === "waiting" && (
          <LinkButton kind="danger" to={paths.platform.rejection(id)}>
            {check.reject}
          </LinkButton>
        )}
      </Actions>
    </Section>
  );
}
