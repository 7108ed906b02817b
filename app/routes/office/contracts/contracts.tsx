import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ContractTable } from "#app/components/contracts/contract-table.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { LinkList, Page } from "#app/components/page.tsx";
import { listOwnContracts } from "#app/domain/contracts/queries.server.ts";
import { requireOfficeReader } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by, roles } = await requireOfficeReader(request);
  return { rows: await listOwnContracts(by), approver: roles.includes("approver") };
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ contracts }) => contracts.own.office.title);

export default function OfficeContracts() {
  const { contracts } = useMessages();
  const { rows, approver } = useLoaderData<typeof loader>();
  return (
    <Page title={contracts.own.office.title} wide>
      <ContractTable
        rows={rows}
        to={paths.office.contract}
        waits={({ status, officeSignedAt }) => approver && status === "pending" && !officeSignedAt}
        empty={<EmptyState>{contracts.own.office.empty}</EmptyState>}
      />
      {rows.length > 0 && (
        <LinkList links={[{ to: paths.office.contractsCsv, label: contracts.csv }]} />
      )}
    </Page>
  );
}
