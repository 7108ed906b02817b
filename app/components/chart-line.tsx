import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { writtenMarks } from "./chart-marks.ts";
import { type ChartColumns, ChartTable, type Mark } from "./chart-table.tsx";

type LineChartProps = { finding: string; column: ChartColumns; points: readonly Mark[] };

/** Amounts of at least 0 over time, from left to right; the marks that matter have their value. */
export function LineChart({ finding, column, points }: LineChartProps) {
  const most = Math.max(0, ...points.map(({ value }) => value)) || 1;
  const x = scaleLinear([0, Math.max(1, points.length - 1)], [8, 92]);
  const y = scaleLinear([0, most], [84, 22]);
  const path = line<Mark>(
    (_, index) => x(index),
    (point) => y(point.value),
  );
  const written = writtenMarks(points.map(({ value }) => value));
  return (
    <figure className="chart">
      <figcaption>{finding}</figcaption>
      <svg className="line" aria-hidden="true" focusable="false">
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          <path d="M0 84H100" className="axis" />
          <path d={path([...points]) ?? ""} />
        </svg>
        {points.map(({ label, value, text }, index) => (
          <g key={label}>
            <circle cx={`${x(index)}%`} cy={`${y(value)}%`} r="0.3rem" />
            {written.includes(index) && (
              <PointWords x={x(index)} y={y(value)} label={label} text={text} />
            )}
          </g>
        ))}
      </svg>
      <ChartTable column={column} marks={points} />
    </figure>
  );
}

type PointWordsProps = { x: number; y: number; label: string; text: string };

function PointWords({ x, y, label, text }: PointWordsProps) {
  const anchor = x < 25 ? "start" : x > 75 ? "end" : "middle";
  const at = anchor === "start" ? 1 : anchor === "end" ? 99 : x;
  return (
    <>
      <text x={`${at}%`} y={`${y - 7}%`} textAnchor={anchor} className="point-value">
        {text}
      </text>
      <text x={`${at}%`} y="97%" textAnchor={anchor}>
        {label}
      </text>
    </>
  );
}
