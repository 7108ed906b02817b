import type { CsvColumn } from "./csv.server.ts";

/** A sheet of a download; `money` names the columns whose numbers are yuan. */
export type Sheet<Row> = {
  name: string;
  columns: readonly (CsvColumn<Row> & { money?: boolean })[];
  rows: readonly Row[];
};

const SHEET_NAME_LENGTH = 31;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The cells of a sheet, so that sheets of different rows can stand in one workbook. */
export function sheetOf<Row>({ name, columns, rows }: Sheet<Row>) {
  return {
    name: name.slice(0, SHEET_NAME_LENGTH),
    labels: columns.map(({ label }) => label),
    money: columns.map((column) => column.money ?? false),
    cells: rows.map((row) => columns.map(({ value }) => value(row))),
  };
}

/** The sheets as an Excel workbook; text stays text, so that nothing in it is run. `fileName` is without its ending. */
export async function excelResponse(
  fileName: string,
  sheets: readonly ReturnType<typeof sheetOf>[],
): Promise<Response> {
  // Heavy, and needed by nobody but who downloads a workbook.
  const { default: excel } = await import("exceljs");
  const workbook = new excel.Workbook();
  for (const { name, labels, money, cells } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
    sheet.addRow(labels).font = { bold: true };
    sheet.addRows(cells);
    for (const [index, isMoney] of money.entries()) {
      const column = sheet.getColumn(index + 1);
      column.width = 20;
      if (isMoney) column.numFmt = "#,##0.00";
    }
  }
  const body = new Uint8Array(await workbook.xlsx.writeBuffer());
  return new Response(body, {
    headers: {
      "Content-Type": XLSX,
      "Content-Disposition": `attachment; filename="list.xlsx"; filename*=UTF-8''${encodeURIComponent(`${fileName}.xlsx`)}`,
    },
  });
}
