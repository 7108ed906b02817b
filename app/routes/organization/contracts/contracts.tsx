import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ContractTable } from "#app/components/contracts/contract-table.tsx";
import { Pager } from "#app/components/filter.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Page } from "#app/components/page.tsx";
import {
  CONTRACTS_A_PAGE,
  contractSorts,
  listOwnContracts,
} from "#app/domain/contracts/own-list.server.ts";
import { idSearchParam, sortParam } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  const wish = { sort: sortParam(request, contractSorts) };
  const after = idSearchParam(request, "after");
  const found = await listOwnContracts(by, wish, { after, limit: CONTRACTS_A_PAGE + 1 });
  const rows = found.slice(0, CONTRACTS_A_PAGE);
  return { rows, next: found.length > CONTRACTS_A_PAGE ? (rows.at(-1)?.id ?? null) : null };
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ contracts }) => contracts.own.organization.title);

export default function OwnContracts() {
  const { own } = useMessages().contracts;
  const { rows, next } = useLoaderData<typeof loader>();
  return (
    <Page title={own.organization.title} wide>
      <ContractTable
        rows={rows}
        own="organization"
        to={paths.organization.contract}
        waits={({ status, organizationSignedAt }) => status === "pending" && !organizationSignedAt}
        empty={<EmptyState>{own.organization.empty}</EmptyState>}
      />
      <Pager next={next} />
    </Page>
  );
}
