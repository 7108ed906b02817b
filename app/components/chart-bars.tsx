import { scaleLinear } from "d3-scale";
import { type ChartColumns, ChartTable, type Mark } from "./chart-table.tsx";

type BarChartProps = {
  finding: string;
  column: ChartColumns;
  bars: readonly Mark[];
  /** What a full bar stands for, such as 1 for shares; else the longest bar is full. */
  whole?: number;
};

/** Amounts of at least 0 compared; `finding` says what the bars show. */
export function BarChart({ finding, column, bars, whole }: BarChartProps) {
  const most = whole ?? Math.max(0, ...bars.map(({ value }) => value));
  const width = scaleLinear([0, most || 1], [0, 100]);
  return (
    <figure className="chart">
      <figcaption>{finding}</figcaption>
      <ul className="bars">
        {bars.map(({ label, value, text }) => (
          <li key={label}>
            <span>{label}</span>
            <span className="chart-value">{text}</span>
            <svg aria-hidden="true" focusable="false">
              <rect width={`${round(width(value))}%`} height="100%" />
            </svg>
          </li>
        ))}
      </ul>
      <ChartTable column={column} marks={bars} />
    </figure>
  );
}

const round = (percent: number) => Math.round(percent * 100) / 100;
