import { type ListColumn, listColumns, readHeading } from "./list-columns.ts";

/** A row of an office's list: its number in the file, and its cells under the list's own headings. */
export type ListedRow = { line: number; cells: Record<string, string> };

export type ListProblem = "no_headings" | "no_rows" | "too_many_rows";

/** The most rows that one list may have. */
export const MOST_ROWS = 500;

/** A list often begins with a title and a line such as 单位：万元; its headings stand within these rows. */
const HEADINGS_WITHIN = 10;

/** The rows under the headings of a table; empty rows and sums (合计) are left out. */
export function findRows(table: readonly (readonly string[])[]): ListedRow[] | ListProblem {
  const at = table.slice(0, HEADINGS_WITHIN).findIndex(areHeadings);
  const headings = table[at]?.map((heading) => heading.trim());
  if (!headings) return "no_headings";
  const rows = table
    .map((cells, index) => ({ line: index + 1, cells: underHeadings(headings, cells) }))
    .slice(at + 1)
    .filter(({ cells }) => !isEmptyOrSum(cells));
  if (rows.length === 0) return "no_rows";
  return rows.length > MOST_ROWS ? "too_many_rows" : rows;
}

export type RecognizedList = {
  /** The list's own heading of each column that was found. */
  headings: Partial<Record<ListColumn, string>>;
  missing: ListColumn[];
  ignored: string[];
};

/** Which of the list's headings mean what; of two that mean the same the first is read. */
export function recognize(rows: readonly ListedRow[]): RecognizedList {
  const found: Partial<Record<ListColumn, string>> = {};
  const ignored: string[] = [];
  for (const heading of new Set(rows.flatMap(({ cells }) => Object.keys(cells)))) {
    const column = readHeading(heading)?.column;
    if (column && found[column] === undefined) found[column] = heading;
    else ignored.push(heading);
  }
  const missing = listColumns.filter(
    (column) => found[column] === undefined && !dispensable.has(column),
  );
  return { headings: found, missing, ignored };
}

const dispensable = new Set<ListColumn>(["position", "method", "source"]);

function areHeadings(cells: readonly string[]): boolean {
  const columns = new Set(cells.map((cell) => readHeading(cell)?.column));
  columns.delete(undefined);
  return columns.has("title") && columns.size > 1;
}

/** A heading that stands twice keeps its first column. */
function underHeadings(headings: readonly string[], cells: readonly string[]) {
  const named = headings.map((heading, index) => [heading, (cells[index] ?? "").trim()] as const);
  return Object.fromEntries(named.filter(([heading]) => heading !== "").reverse());
}

function isEmptyOrSum(cells: Record<string, string>): boolean {
  const filled = Object.values(cells).filter((cell) => cell !== "");
  return filled.length === 0 || filled.some((cell) => /^(合计|总计|小计)[:：]?$/.test(cell));
}
