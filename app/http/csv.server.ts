/** One column of a download; a number is written as it is, such as yuan with two decimals. */
export type CsvColumn<Row> = { label: string; value: (row: Row) => string | number | null };

/** The rows as a CSV file that Excel opens with its Chinese intact (UTF-8 with BOM, CRLF). `fileName` is without its ending. */
export function csvResponse<Row>(
  fileName: string,
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
): Response {
  const lines = [
    columns.map(({ label }) => cell(label)),
    ...rows.map((row) => columns.map(({ value }) => cell(value(row)))),
  ];
  const body = `\uFEFF${lines.map((line) => `${line.join(",")}\r\n`).join("")}`;
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="list.csv"; filename*=UTF-8''${encodeURIComponent(`${fileName}.csv`)}`,
    },
  });
}

/** Text that a spreadsheet would run as a formula gets an apostrophe before it. */
function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
