import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { ContractTable } from "#app/components/contracts/contract-table.tsx";
import { FilterForm, FilterSelect, FilterText, Pager } from "#app/components/filter.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Actions, Page } from "#app/components/page.tsx";
import { contractStatuses } from "#app/domain/contracts/contract.ts";
import {
  CONTRACTS_A_PAGE,
  countOwnContracts,
  listOwnContracts,
} from "#app/domain/contracts/own-list.server.ts";
import { idSearchParam } from "#app/http/params.server.ts";
import { requireOfficeReader } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { contractWish } from "./wish.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by, roles } = await requireOfficeReader(request);
  const wish = contractWish(request);
  const after = idSearchParam(request, "after");
  const [found, total] = await Promise.all([
    listOwnContracts(by, wish, { after, limit: CONTRACTS_A_PAGE + 1 }),
    countOwnContracts(by, wish),
  ]);
  const rows = found.slice(0, CONTRACTS_A_PAGE);
  const next = found.length > CONTRACTS_A_PAGE ? (rows.at(-1)?.id ?? null) : null;
  return { rows, next, total, approver: roles.includes("approver") };
}

export const meta: MetaFunction = (args) =>
  titled(args, ({ contracts }) => contracts.own.office.title);

export default function OfficeContracts() {
  const { contracts } = useMessages();
  const { count } = useFormat();
  const { search } = useLocation();
  const { rows, next, total, approver } = useLoaderData<typeof loader>();
  return (
    <Page title={contracts.own.office.title} wide>
      <FilterForm count={count(total, "contract")}>
        <FilterText name="q" label={contracts.words} />
        <FilterSelect
          name="status"
          label={contracts.statusFilter}
          options={contractStatuses.map((value) => ({ value, label: contracts.status[value] }))}
        />
      </FilterForm>
      <ContractTable
        rows={rows}
        own="office"
        to={paths.office.contract}
        waits={({ status, officeSignedAt }) => approver && status === "pending" && !officeSignedAt}
        empty={<EmptyState>{search ? contracts.empty : contracts.own.office.empty}</EmptyState>}
      />
      <Pager next={next} />
      <Actions>
        <LinkButton to={`${paths.office.contractsCsv}${search}`} icon="download">
          {contracts.csv}
        </LinkButton>
      </Actions>
    </Page>
  );
}
