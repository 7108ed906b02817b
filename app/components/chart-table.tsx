import { useMessages } from "#app/i18n/messages.ts";

/** What the two columns of a chart's table are called. */
export type ChartColumns = { label: string; value: string };

/** One mark of a chart; `text` is its value as written beside it. */
export type Mark = { label: string; value: number; text: string };

/** The numbers of a chart, for whoever would rather read than look. */
export function ChartTable({ column, marks }: { column: ChartColumns; marks: readonly Mark[] }) {
  const { chart } = useMessages().common;
  return (
    <details className="more">
      <summary>{chart.table}</summary>
      <table className="chart-table">
        <thead>
          <tr>
            <th scope="col">{column.label}</th>
            <th scope="col" data-align="end">
              {column.value}
            </th>
          </tr>
        </thead>
        <tbody>
          {marks.map(({ label, text }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td data-align="end">{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
