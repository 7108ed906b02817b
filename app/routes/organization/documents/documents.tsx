import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { DocumentTable } from "#app/components/organizations/document-table.tsx";
import { Actions, Page } from "#app/components/page.tsx";
import { listOwnDocuments } from "#app/domain/organizations/document-queries.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { dayOf } from "#app/values/time.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by, at } = await requireManager(request);
  return { documents: await listOwnDocuments(by), today: dayOf(at) };
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ certificates }) => certificates.list.title);

export default function Documents() {
  const { list, kinds } = useMessages().certificates;
  const { documents, today } = useLoaderData<typeof loader>();
  return (
    <Page title={list.title} lead={list.lead} back={{ to: paths.organization.home }} wide>
      <Actions>
        <LinkButton kind="main" to={paths.organization.newDocument}>
          {list.add}
        </LinkButton>
      </Actions>
      <DocumentTable
        documents={documents}
        today={today}
        fileOf={({ id }) => paths.organization.documentFile(id)}
        empty={list.empty}
        act={{
          label: list.remove,
          of: ({ id, kind, state }) =>
            (state === "waiting" || state === "rejected") && (
              <a
                href={paths.organization.documentRemoval(id)}
                aria-label={list.removeOf(kinds[kind])}
              >
                {list.remove}
              </a>
            ),
        }}
      />
    </Page>
  );
}
