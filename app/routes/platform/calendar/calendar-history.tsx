import { Moment, OnDay } from "#app/components/facts.tsx";
import { Section } from "#app/components/page.tsx";
import { DataTable } from "#app/components/table.tsx";
import type { DayKind } from "#app/domain/offices/working-days.ts";
import { useMessages } from "#app/i18n/messages.ts";
import type { Day } from "#app/values/time.ts";

type Change = {
  id: string;
  day: Day;
  before: DayKind;
  after: DayKind;
  reason: string;
  changedAt: Date;
  by: string;
};

/** Which days were changed, by whom and why, newest first. */
export function CalendarHistory({ changes }: { changes: readonly Change[] }) {
  const { calendar: words } = useMessages();
  return (
    <Section title={words.history}>
      <DataTable
        caption={words.history}
        rows={changes}
        rowKey={({ id }) => id}
        columns={[
          { key: "day", label: words.day, main: true, cell: ({ day }) => <OnDay day={day} /> },
          {
            key: "change",
            label: words.change,
            cell: ({ before, after }) => words.changed(words.kinds[before], words.kinds[after]),
          },
          { key: "reason", label: words.reason, cell: ({ reason }) => reason },
          { key: "by", label: words.by, cell: ({ by }) => by },
          {
            key: "at",
            label: words.at,
            cell: ({ changedAt }) => <Moment at={changedAt} as="stamp" />,
          },
        ]}
        empty={<p>{words.noChanges}</p>}
      />
    </Section>
  );
}
