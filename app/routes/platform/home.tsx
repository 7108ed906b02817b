import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { TaskList } from "#app/components/card.tsx";
import { Moment } from "#app/components/facts.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { LinkList, Page, Section } from "#app/components/page.tsx";
import { listDocumentsToCheck } from "#app/domain/organizations/document-queries.server.ts";
import { listOrganizationsToCheck } from "#app/domain/organizations/queries.server.ts";
import { listOpeningsToComplete } from "#app/domain/tenders/opening-queries.server.ts";
import { requireOperator } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireOperator(request);
  const [waiting, openings, documents] = await Promise.all([
    listOrganizationsToCheck(by),
    listOpeningsToComplete(by),
    listDocumentsToCheck(by),
  ]);
  return { waiting, openings, documents };
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ organizations }) => organizations.platform.home.title);

export default function PlatformHome() {
  const { organizations, certificates } = useMessages();
  const { home } = organizations.platform;
  const { waiting, openings, documents } = useLoaderData<typeof loader>();
  const toVerify = waiting.map(({ id, name, registeredAt }) => ({
    key: id,
    to: paths.platform.organization(id),
    title: home.task(name),
    note: <Moment at={registeredAt} as="stamp" />,
  }));
  const toCheck = documents.map(({ id, kind, organization, organizationId, addedAt }) => ({
    key: id,
    to: paths.platform.document(organizationId, id),
    title: certificates.platform.task(certificates.kinds[kind], organization),
    note: <Moment at={addedAt} as="stamp" />,
  }));
  const links = openings.map(({ id, title, office }) => ({
    to: paths.platform.opening(id),
    label: home.openingTask(title),
    note: office,
  }));
  return (
    <Page title={home.title}>
      <TaskList tasks={[...toVerify, ...toCheck]} empty={home.waitingEmpty} />
      <Section title={home.openings} note={home.openingsNote}>
        {links.length > 0 ? (
          <LinkList links={links} />
        ) : (
          <EmptyState>{home.openingsEmpty}</EmptyState>
        )}
      </Section>
    </Page>
  );
}
