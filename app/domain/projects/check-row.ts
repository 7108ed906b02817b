import type { Fen } from "#app/values/money.ts";
import {
  type AmountProblem,
  cellText,
  readAmount,
  readMonths,
  readQuantity,
} from "./list-cells.ts";
import { type ListColumn, readHeading } from "./list-columns.ts";
import type { ListedRow, RecognizedList } from "./project-list.ts";

/** An error keeps a row out; a reminder is to be mended before review; a note only tells. */
export type IssueLevel = "error" | "reminder" | "note";

/** Each with its level. */
export const rowIssues = {
  title_missing: "error",
  too_long: "error",
  quantity_unreadable: "error",
  ceiling_unreadable: "error",
  ceiling_without_unit: "error",
  ceiling_too_fine: "error",
  ceiling_out_of_range: "error",
  need_missing: "reminder",
  target_group_missing: "reminder",
  quantity_missing: "reminder",
  unit_missing: "reminder",
  ceiling_missing: "reminder",
  period_missing: "reminder",
  period_unclear: "reminder",
  title_repeated: "reminder",
  title_known: "reminder",
  method_becomes_open: "note",
} as const satisfies Record<string, IssueLevel>;

export type RowIssueCode = keyof typeof rowIssues;
/** What is wrong with one cell; `column` is the list's own heading, `given` what stands there. */
export type RowIssue = { code: RowIssueCode; level: IssueLevel; column: string; given: string };

export type ReadProject = {
  title: string;
  need: string;
  targetGroup: string;
  quantity: number | null;
  unit: string | null;
  ceiling: Fen | null;
  serviceMonths: number | null;
  /** What the list says of method, period and source, word for word. */
  importNote: string;
};

export type CheckedRow = { line: number; project: ReadProject; issues: RowIssue[] };

const LONGEST: Partial<Record<ListColumn, number>> = { title: 120, need: 4000, targetGroup: 400 };

/** One row as a project, with every cell that is wrong or missing; a column that the list does not have is no cell. */
export function checkRow(list: RecognizedList, row: ListedRow): CheckedRow {
  const issues: RowIssue[] = [];
  const textOf = (column: ListColumn) => cellText(row.cells[list.headings[column] ?? ""]);
  const say = (code: RowIssueCode, column: ListColumn) => {
    const heading = list.headings[column];
    if (heading === undefined) return;
    issues.push({ code, level: rowIssues[code], column: heading, given: textOf(column) });
  };
  const cells = { textOf, say, heading: (column: ListColumn) => list.headings[column] ?? "" };
  const project = { ...readWords(cells), ...readNumbers(cells), importNote: noteOf(cells) };
  if (textOf("method") && textOf("method") !== "公开比选") say("method_becomes_open", "method");
  return { line: row.line, project, issues };
}

/** Every row of a list; reminds where a title stands twice in it or is already known to the office. */
export function checkList(
  list: RecognizedList,
  rows: readonly ListedRow[],
  knownTitles: ReadonlySet<string>,
): CheckedRow[] {
  const seen = new Set<string>();
  const column = list.headings.title ?? "";
  return rows.map((row) => {
    const checked = checkRow(list, row);
    const { title } = checked.project;
    const repeated = seen.has(title);
    seen.add(title);
    if (!title || !(repeated || knownTitles.has(title))) return checked;
    const code = repeated ? "title_repeated" : "title_known";
    const issue: RowIssue = { code, level: rowIssues[code], column, given: title };
    return { ...checked, issues: [...checked.issues, issue] };
  });
}

export const isImportable = ({ issues }: Pick<CheckedRow, "issues">): boolean =>
  issues.every(({ level }) => level !== "error");

type Cells = {
  textOf: (column: ListColumn) => string;
  say: (code: RowIssueCode, column: ListColumn) => void;
  heading: (column: ListColumn) => string;
};

function readWords({ textOf, say }: Cells) {
  const text = (column: "title" | "need" | "targetGroup", missing: RowIssueCode) => {
    const found = textOf(column);
    if (!found) say(missing, column);
    if (found.length > (LONGEST[column] ?? 0)) say("too_long", column);
    return found;
  };
  return {
    title: text("title", "title_missing"),
    need: text("need", "need_missing"),
    targetGroup: text("targetGroup", "target_group_missing"),
  };
}

function readNumbers(cells: Cells) {
  return { ...readHowMuch(cells), ceiling: readCeiling(cells), serviceMonths: readPeriod(cells) };
}

function readHowMuch({ textOf, say }: Cells) {
  const [cell, unitCell] = [textOf("quantity"), textOf("unit")];
  const read = cell ? readQuantity(cell) : undefined;
  const agreed = read && (!read.unit || !unitCell || read.unit === unitCell) ? read : undefined;
  const unit = unitCell || agreed?.unit || null;
  if (!cell) say("quantity_missing", "quantity");
  else if (!agreed) say("quantity_unreadable", "quantity");
  if (!unit) say("unit_missing", "unit");
  return { quantity: agreed?.quantity ?? null, unit };
}

function readCeiling({ textOf, say, heading }: Cells): Fen | null {
  const cell = textOf("ceiling");
  if (!cell) {
    say("ceiling_missing", "ceiling");
    return null;
  }
  const amount = readAmount(cell, readHeading(heading("ceiling"))?.moneyUnit);
  if (isProblem(amount)) {
    say(amount, "ceiling");
    return null;
  }
  return amount;
}

const isProblem = (amount: Fen | AmountProblem): amount is AmountProblem =>
  typeof amount === "string";

function readPeriod({ textOf, say }: Cells): number | null {
  const cell = textOf("period");
  const months = readMonths(cell);
  if (!cell) say("period_missing", "period");
  else if (!months) say("period_unclear", "period");
  return months ?? null;
}

function noteOf({ textOf, heading }: Cells): string {
  const kept = (["method", "period", "source"] as const).filter((column) => textOf(column));
  return kept.map((column) => `${heading(column)}：${textOf(column)}`).join("\n");
}
