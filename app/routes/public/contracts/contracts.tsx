import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ContractTable } from "#app/components/contracts/contract-table.tsx";
import { Numbers } from "#app/components/facts.tsx";
import { FilterForm, FilterSelect, FilterText, Pager } from "#app/components/filter.tsx";
import { TimeToPayNumber } from "#app/components/milestones/time-to-pay.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Page } from "#app/components/page.tsx";
import { countPublicContracts, listPublicContracts } from "#app/domain/contracts/queries.server.ts";
import { findTimeToPay } from "#app/domain/milestones/time-to-pay.server.ts";
import { askedOf } from "#app/http/params.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

const statuses = ["active", "completed", "terminated"] as const;

/** What cannot be read of the address is as if it were not there. */
const Filter = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  status: z.enum(statuses).optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const searchParams = askedOf(request);
  const filter = Filter.parse(Object.fromEntries(searchParams));
  const [listed, total, time] = await Promise.all([
    listPublicContracts(filter),
    countPublicContracts(filter),
    findTimeToPay(),
  ]);
  return { ...listed, total, time };
}

export const meta: MetaFunction = (args) => titled(args, ({ contracts }) => contracts.title);

export default function Contracts() {
  const { contracts } = useMessages();
  const format = useFormat();
  const { rows, next, total, time } = useLoaderData<typeof loader>();
  return (
    <Page title={contracts.title} lead={contracts.lead} wide>
      <Numbers>
        <TimeToPayNumber time={time} />
      </Numbers>
      <FilterForm count={format.count(total, "contract")}>
        <FilterText name="q" label={contracts.words} />
        <FilterSelect
          name="status"
          label={contracts.statusFilter}
          options={statuses.map((value) => ({ value, label: contracts.status[value] }))}
        />
      </FilterForm>
      <ContractTable
        rows={rows}
        to={paths.contract}
        empty={<EmptyState>{contracts.empty}</EmptyState>}
      />
      <Pager next={next} />
    </Page>
  );
}
