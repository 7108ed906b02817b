import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FilterForm, FilterSelect, FilterText, Pager } from "#app/components/filter.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { LinkList, Page } from "#app/components/page.tsx";
import { listTendersForBidder } from "#app/domain/tenders/bidder-queries.server.ts";
import { bidderListKinds } from "#app/domain/tenders/bidding.ts";
import { askedOf, id } from "#app/http/params.server.ts";
import { requireManager } from "#app/http/session.server.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";
import { BidderTenders } from "../bidder-tenders.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by } = await requireManager(request);
  const asked = askedOf(request);
  const after = id<"tender">().safeParse(asked.get("after")).data;
  const kind = bidderListKinds.find((one) => one === asked.get("kind")) ?? "open";
  return await listTendersForBidder(by, { kind, words: asked.get("q") ?? "", after });
}

export const meta: MetaFunction = (args) => titled(args, ({ bids }) => bids.list.title);

export default function BidderTenderList() {
  const { bids, searches } = useMessages();
  const { list } = bids;
  const { rows, next } = useLoaderData<typeof loader>();
  const others = bidderListKinds.filter((kind) => kind !== "open");
  return (
    <Page title={list.title} lead={list.lead} wide>
      <FilterForm>
        <FilterText name="q" label={list.words} />
        <FilterSelect
          name="kind"
          label={list.kind}
          all={list.kinds.open}
          options={others.map((value) => ({ value, label: list.kinds[value] }))}
        />
      </FilterForm>
      <BidderTenders
        caption={list.title}
        rows={rows}
        empty={<EmptyState>{list.empty}</EmptyState>}
      />
      <Pager next={next} />
      <LinkList links={[{ to: paths.organization.searches, label: searches.list.title }]} />
    </Page>
  );
}
