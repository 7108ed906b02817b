import { Money } from "#app/components/facts.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { DataTable } from "#app/components/table.tsx";
import type { PaymentOrderState } from "#app/domain/payment-batches/payment-order.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import type { Fen } from "#app/values/money.ts";

type Row = {
  id: string;
  position: number;
  serial: string;
  amount: Fen;
  purpose: string;
  state: PaymentOrderState;
  failedReason: string | null;
  bankReference: string | null;
  milestoneId: string;
  accountName: string;
  bank: string;
  numberEnd: string;
};

const kinds = { sent: "running", paid: "done", failed: "refused", withdrawn: "neutral" } as const;

/** A batch's orders, and what the bank said of each. */
export function OrderTable({ orders }: { orders: Row[] }) {
  const { batch: words } = useMessages().payments;
  return (
    <DataTable
      caption={words.orders}
      rows={orders}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "purpose",
          label: words.purpose,
          main: true,
          cell: ({ milestoneId, purpose }) => (
            <a href={paths.office.milestone(milestoneId)}>{purpose}</a>
          ),
        },
        { key: "position", label: words.position, cell: ({ position }) => position },
        {
          key: "payee",
          label: words.payee,
          cell: ({ accountName, bank, numberEnd }) => words.payeeOf(accountName, bank, numberEnd),
        },
        { key: "serial", label: words.serial, cell: ({ serial }) => serial },
        { key: "state", label: words.state, cell: (row) => <OrderState {...row} /> },
        {
          key: "amount",
          label: words.amount,
          align: "end",
          cell: ({ amount }) => <Money fen={amount} />,
        },
      ]}
      empty={null}
    />
  );
}

function OrderState({ state, failedReason, bankReference }: Row) {
  const { batch, states } = useMessages().payments;
  const why = failedReason || bankReference;
  return (
    <StatusTag kind={kinds[state]}>
      {why ? batch.said(states[state], why) : states[state]}
    </StatusTag>
  );
}
