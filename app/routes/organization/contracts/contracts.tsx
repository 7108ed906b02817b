import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ContractTable } from "#app/components/contracts/contract-table.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Page } from "#app/components/page.tsx";
import { listOwnContracts } from "#app/domain/contracts/queries.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  return { rows: await listOwnContracts(by) };
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ contracts }) => contracts.own.organization.title);

export default function OwnContracts() {
  const { own } = useMessages().contracts;
  const { rows } = useLoaderData<typeof loader>();
  return (
    <Page title={own.organization.title} wide>
      <ContractTable
        rows={rows}
        to={paths.organization.contract}
        waits={({ status, organizationSignedAt }) => status === "pending" && !organizationSignedAt}
        empty={<EmptyState>{own.organization.empty}</EmptyState>}
      />
    </Page>
  );
}
