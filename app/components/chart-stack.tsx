import { scaleLinear } from "d3-scale";
import { type ChartColumns, ChartTable, type Mark } from "./chart-table.tsx";

type StackedBarProps = { finding: string; column: ChartColumns; parts: readonly Mark[] };

const letters = "ABCDEFGH";

/** At most eight parts of one whole; letters, not colours alone, join each part to its words. */
export function StackedBar({ finding, column, parts }: StackedBarProps) {
  const whole = parts.reduce((sum, { value }) => sum + value, 0);
  const scale = scaleLinear([0, whole || 1], [0, 100]);
  return (
    <figure className="chart">
      <figcaption>{finding}</figcaption>
      <svg className="stack" aria-hidden="true" focusable="false">
        {placed(parts).map(({ label, start, value }, index) => (
          <g key={label} data-tone={index % 4}>
            <rect x={`${scale(start)}%`} width={`${scale(value)}%`} height="100%" />
            {scale(value) > 6 && (
              <text x={`${scale(start + value / 2)}%`} y="50%">
                {letters[index]}
              </text>
            )}
          </g>
        ))}
      </svg>
      <ul className="legend">
        {parts.map(({ label, text }, index) => (
          <li key={label}>
            <span className="legend-letter" data-tone={index % 4}>
              {letters[index]}
            </span>
            <span>{label}</span>
            <span className="chart-value">{text}</span>
          </li>
        ))}
      </ul>
      <ChartTable column={column} marks={parts} />
    </figure>
  );
}

/** Each part with where it begins. */
function placed(parts: readonly Mark[]) {
  return parts.map((part, index) => ({
    ...part,
    start: parts.slice(0, index).reduce((sum, { value }) => sum + value, 0),
  }));
}
