import type { CellValue, Workbook, Worksheet } from "exceljs";
import { Refusal } from "#app/domain/refusal.ts";
import { dayOf } from "#app/values/time.ts";

/** What a workbook may unpack to, and how many cells of a sheet are read. */
const LARGEST_UNPACKED = 50 * 1024 * 1024;
const MOST_ROWS_READ = 5_000;
const MOST_COLUMNS_READ = 60;

/** The cells of the first sheet that has any, as Excel shows them. */
export async function readWorkbook(bytes: Uint8Array): Promise<string[][]> {
  if (unpackedSize(bytes) > LARGEST_UNPACKED) throw new Refusal("import.too_large");
  const workbook = await loaded(bytes);
  const sheet = workbook.worksheets.find(({ actualRowCount }) => actualRowCount > 0);
  if (!sheet) throw new Refusal("import.empty");
  return cellsOf(sheet);
}

async function loaded(bytes: Uint8Array): Promise<Workbook> {
  // Heavy, and needed by nobody but an officer who imports.
  const { default: excel } = await import("exceljs");
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer).catch(() => {
    throw new Refusal("import.damaged");
  });
  return workbook;
}

function cellsOf(sheet: Worksheet): string[][] {
  const rows = Math.min(sheet.rowCount, MOST_ROWS_READ);
  const columns = Math.min(sheet.columnCount, MOST_COLUMNS_READ);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) =>
      textOf(sheet.getCell(row + 1, column + 1).value),
    ),
  );
}

function textOf(value: CellValue): string {
  if (value === null || value === undefined) return "";
  // Excel keeps 15 digits: 0.1 + 0.2 reads 0.3.
  if (typeof value === "number") return String(Number(value.toPrecision(15)));
  if (value instanceof Date) return dayOf(value);
  if (typeof value !== "object") return String(value);
  if ("richText" in value) return value.richText.map(({ text }) => text).join("");
  if ("result" in value) return textOf(value.result);
  if ("text" in value) return textOf(value.text);
  return "";
}

/** The sum of the sizes that the archive's directory states; 0 where there is no directory to read. */
function unpackedSize(bytes: Uint8Array): number {
  const archive = Buffer.from(bytes);
  const end = archive.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  if (end < 0 || end + 20 > archive.length) return 0;
  let [left, at, total] = [archive.readUInt16LE(end + 10), archive.readUInt32LE(end + 16), 0];
  for (; left > 0 && at + 46 <= end; left -= 1) {
    total += archive.readUInt32LE(at + 24);
    const [name, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return total;
}
