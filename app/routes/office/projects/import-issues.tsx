import { Section } from "#app/components/page.tsx";
import type { CheckedRow, IssueLevel } from "#app/domain/projects/check-row.ts";
import { useFormat, useMessages } from "#app/i18n/messages.ts";

/** Every wrong or missing cell of a list, each in a sentence with its row and column. */
export function ImportIssues({ rows }: { rows: CheckedRow[] }) {
  const { preview } = useMessages().projects;
  return (
    <>
      <Issues rows={rows} level="error" title={preview.errors} note={preview.errorsNote} />
      <Issues rows={rows} level="reminder" title={preview.reminders} note={preview.remindersNote} />
      <Issues rows={rows} level="note" title={preview.notes} />
    </>
  );
}

type IssuesProps = { rows: CheckedRow[]; level: IssueLevel; title: string; note?: string };

function Issues({ rows, level, title, note }: IssuesProps) {
  const { preview } = useMessages().projects;
  const { number } = useFormat();
  const found = rows.flatMap(({ line, issues }) =>
    issues.filter((issue) => issue.level === level).map((issue) => ({ line, ...issue })),
  );
  if (found.length === 0) return null;
  return (
    <Section title={title} note={note}>
      <ul>
        {found.map(({ line, column, code, given }) => (
          <li key={`${line} ${column} ${code}`}>
            {preview.at(number(line), column)}
            {preview.issues[code](given)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
