import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { LinkButton } from "#app/components/button.tsx";
import { Money } from "#app/components/facts.tsx";
import { FilterForm, FilterSelect, FilterText, Pager } from "#app/components/filter.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Actions, Page } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import { listContractsForOffers } from "#app/domain/services/offer-choices.server.ts";
import { listOwnOffers } from "#app/domain/services/offer-queries.server.ts";
import { askedOf, id } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { OfferStatusTag } from "./offer-status-tag.tsx";

const Filters = z.object({
  q: z.string().max(60).optional().catch(undefined),
  contract: id<"contract">().optional().catch(undefined),
  after: id<"offer">().optional().catch(undefined),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  const params = Object.fromEntries(askedOf(request));
  const { q, contract, after } = Filters.parse(params);
  const [page, contracts] = await Promise.all([
    listOwnOffers(by, { words: q, contractId: contract, after }),
    listContractsForOffers(by),
  ]);
  return { ...page, contracts };
}

export const meta: MetaFunction = (args) => titled(args, ({ services }) => services.own.title);

export default function Offers() {
  const { own } = useMessages().services;
  const { count } = useFormat();
  const { rows, total, next, contracts } = useLoaderData<typeof loader>();
  return (
    <Page title={own.title} lead={own.lead} wide>
      <Actions>
        <LinkButton kind="main" to={paths.organization.newOffer()}>
          {own.add}
        </LinkButton>
      </Actions>
      <FilterForm count={count(total, "service")}>
        <FilterText name="q" label={own.words} />
        <FilterSelect
          name="contract"
          label={own.contract}
          options={contracts.map(({ id: value, title }) => ({ value, label: title }))}
        />
      </FilterForm>
      <OffersTable rows={rows} />
      <Pager next={next} />
    </Page>
  );
}

type Row = Awaited<ReturnType<typeof listOwnOffers>>["rows"][number];

function OffersTable({ rows }: { rows: readonly Row[] }) {
  const { own, modes } = useMessages().services;
  return (
    <DataTable
      caption={own.title}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "name",
          label: own.name,
          main: true,
          cell: (row) => <a href={paths.organization.offer(row.id)}>{row.title}</a>,
        },
        { key: "contract", label: own.contract, cell: (row) => row.contract },
        { key: "mode", label: own.mode, cell: (row) => modes[row.mode] },
        { key: "capacity", label: own.capacity, cell: (row) => <Capacity row={row} /> },
        { key: "status", label: own.status, cell: (row) => <OfferStatusTag {...row} /> },
        {
          key: "price",
          label: own.price,
          align: "end",
          cell: (row) => <Money fen={row.price} />,
        },
      ]}
      empty={<EmptyState>{own.empty}</EmptyState>}
    />
  );
}

function Capacity({ row }: { row: Row }) {
  const { own } = useMessages().services;
  const { count } = useFormat();
  return row.mode === "visit"
    ? own.staff(count(row.staff, "person"))
    : own.sessions(count(row.sessions, "session"));
}
