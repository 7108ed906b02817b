import { StatusTag } from "#app/components/status-tag.tsx";
import { DataTable } from "#app/components/table.tsx";
import type { BankRow, BankRowProblem } from "#app/domain/payment-batches/bank-result.ts";
import { useMessages } from "#app/i18n/messages.ts";

type Row = BankRow & { problem: BankRowProblem | null; known: boolean };

/** The bank's answer row by row, as it stands in the file, with what is wrong with it. */
export function ResultRows({ rows }: { rows: Row[] }) {
  const words = useMessages().payments.result;
  return (
    <DataTable
      caption={words.title}
      rows={rows}
      rowKey={({ line }) => String(line)}
      columns={[
        { key: "serial", label: words.serial, main: true, cell: ({ serial }) => serial },
        { key: "line", label: words.line, cell: ({ line }) => line },
        { key: "amount", label: words.amount, align: "end", cell: ({ amount }) => amount },
        { key: "outcome", label: words.outcome, cell: ({ outcome }) => outcome },
        { key: "reason", label: words.reason, cell: ({ reason }) => reason },
        { key: "check", label: words.check, cell: (row) => <Checked {...row} /> },
      ]}
      empty={null}
    />
  );
}

function Checked({ problem, known }: Row) {
  const words = useMessages().payments.result;
  if (problem) return <StatusTag kind="refused">{words.problems[problem]}</StatusTag>;
  return <StatusTag kind="done">{known ? words.known : words.fits}</StatusTag>;
}
