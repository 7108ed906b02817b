import { Moment, Money } from "#app/components/facts.tsx";
import { EmptyState, Notice } from "#app/components/notice.tsx";
import { LinkList, Section } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import type { AmendmentLine, ContractDetail } from "#app/domain/contracts/contract-detail.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import { fen } from "#app/values/money.ts";

type ContractChangesProps = {
  contract: ContractDetail;
  /** With the one on its way where the reader is a side of the contract. */
  amendments?: AmendmentLine[];
  /** Where a side of the contract goes on with one that is not in force yet. */
  pathOf?: (amendmentId: string) => string;
};

/** What became of a contract after it was signed: its amendments, its end, and what went back to the fund. */
export function ContractChanges({ contract, amendments, pathOf }: ContractChangesProps) {
  const { contractChanges: words } = useMessages();
  const { id, amendments: inForce } = contract;
  const to = (line: AmendmentLine) =>
    line.state !== "in_force" && pathOf ? pathOf(line.id) : paths.amendment(id, line.id);
  return (
    <Section title={words.title}>
      <Settled contract={contract} />
      <DataTable
        caption={words.title}
        rows={amendments ?? inForce}
        rowKey={(line) => line.id}
        columns={[
          {
            key: "change",
            label: words.columns.change,
            main: true,
            cell: (line) => (
              <a href={to(line)}>{words.amendment(line.number, words.codes[line.code])}</a>
            ),
          },
          { key: "state", label: words.columns.state, cell: ({ state }) => words.states[state] },
          {
            key: "value",
            label: words.columns.value,
            align: "end",
            cell: ({ valueChange }) => <Money fen={valueChange} />,
          },
          {
            key: "at",
            label: words.columns.at,
            cell: ({ at }) => at && <Moment at={at} as="stamp" />,
          },
        ]}
        empty={<EmptyState>{words.none}</EmptyState>}
      />
      <Papers contract={contract} />
    </Section>
  );
}

/** What was paid of a settled contract, and what went back. */
function Settled({ contract: { closedAt, value, milestones } }: { contract: ContractDetail }) {
  const { close } = useMessages().contractChanges;
  const format = useFormat();
  if (!closedAt) return null;
  const paid = milestones.reduce((sum, { pay }) => sum + (pay ?? 0), 0);
  const [worth, given, left] = [value, paid, value - paid].map((sum) => format.money(fen(sum)));
  return <Notice kind="success" title={close.done(worth ?? "", given ?? "", left ?? "")} />;
}

function Papers({ contract: { id, terminatedAt } }: { contract: ContractDetail }) {
  const { documents, contractChanges } = useMessages();
  const termination = { to: paths.termination(id), label: contractChanges.termination };
  return (
    <LinkList
      links={[
        { to: paths.contractDocument(id), label: documents.open },
        ...(terminatedAt ? [termination] : []),
      ]}
    />
  );
}
