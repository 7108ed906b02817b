import { Section } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import type { PublishedSheet } from "#app/domain/tenders/published-sheet.ts";
import { useMessages } from "#app/i18n/messages.ts";
import { useScore } from "./tally.ts";

/** What members changed after everybody had handed in: both values, and why. */
export function ScoreChanges({ sheet }: { sheet: PublishedSheet }) {
  const { award } = useMessages();
  const { consensus: words, columns } = award;
  const points = useScore(sheet.scoring);
  if (sheet.changes.length === 0) return null;
  const criterionOf = (id: string) => sheet.criteria.find((one) => one.id === id)?.name;
  const memberOf = (number: number) => {
    const { name = null, capacity = "office" } = sheet.panel[number - 1] ?? {};
    return name ?? award.unnamed(number, award.capacity[capacity]);
  };
  const rows = sheet.changes.map((change, index) => ({ ...change, key: String(index) }));
  return (
    <Section title={words.changes} note={words.changesNote}>
      <DataTable
        caption={words.changes}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "organization",
            label: columns.organization,
            main: true,
            cell: ({ organization }) => organization,
          },
          {
            key: "criterion",
            label: columns.criterion,
            cell: ({ criterionId }) => criterionOf(criterionId),
          },
          { key: "member", label: columns.member, cell: ({ member }) => memberOf(member) },
          { key: "from", label: words.from, align: "end", cell: ({ from }) => points(from) },
          { key: "to", label: words.to, align: "end", cell: ({ to }) => points(to) },
          { key: "reason", label: words.why, cell: ({ reason }) => reason },
        ]}
        empty={null}
      />
    </Section>
  );
}
