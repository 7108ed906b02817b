import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { Moment, Money } from "#app/components/facts.tsx";
import { Pager } from "#app/components/filter.tsx";
import { EmptyState } from "#app/components/notice.tsx";
import { Actions, LinkList, Page } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import { paymentOrderStates } from "#app/domain/payment-batches/payment-order.ts";
import { listBatches, listPayable } from "#app/domain/payment-batches/queries.server.ts";
import { idSearchParam } from "#app/http/params.server.ts";
import { requireOfficeReader } from "#app/http/session.server.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { titled } from "#app/i18n/titled.ts";
import { paths } from "#app/paths.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { by, roles } = await requireOfficeReader(request);
  const [batches, payable] = await Promise.all([
    listBatches(by, idSearchParam(request, "after")),
    listPayable(by),
  ]);
  return { ...batches, payable: payable.length, pays: roles.includes("finance") };
}

export const meta: MetaFunction = (args) => titled(args, ({ payments }) => payments.batches.title);

export default function Batches() {
  const words = useMessages().payments.batches;
  const { count } = useFormat();
  const { rows, next, payable, pays } = useLoaderData<typeof loader>();
  return (
    <Page title={words.title} lead={words.lead} wide>
      {payable > 0 && <p>{words.waiting(count(payable, "payment"))}</p>}
      <Actions>
        {pays && (
          <LinkButton kind="main" to={paths.office.newBatch}>
            {words.start}
          </LinkButton>
        )}
      </Actions>
      <DataTable
        caption={words.title}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "number",
            label: words.number,
            main: true,
            cell: ({ id, number }) => <a href={paths.office.batch(id)}>{number}</a>,
          },
          {
            key: "madeAt",
            label: words.madeAt,
            cell: ({ madeAt }) => <Moment at={madeAt} as="stamp" />,
          },
          { key: "madeBy", label: words.madeBy, cell: ({ madeBy }) => madeBy },
          { key: "orders", label: words.orders, align: "end", cell: ({ orders }) => orders },
          {
            key: "amount",
            label: words.amount,
            align: "end",
            cell: ({ amount }) => <Money fen={amount} />,
          },
          { key: "state", label: words.state, cell: (row) => <Progress {...row} /> },
        ]}
        empty={<EmptyState>{words.empty}</EmptyState>}
      />
      <Pager next={next} />
      <LinkList links={[{ to: paths.office.milestones, label: words.milestones }]} />
    </Page>
  );
}

type Counts = Record<(typeof paymentOrderStates)[number], number>;

/** How many orders stand in each state. */
function Progress(counts: Counts) {
  const { states, batch } = useMessages().payments;
  const { count, list } = useFormat();
  const some = paymentOrderStates.filter((state) => counts[state] > 0);
  return list(some.map((state) => batch.said(states[state], count(counts[state], "payment"))));
}
