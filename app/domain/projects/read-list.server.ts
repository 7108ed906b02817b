import { type CsvError, parse } from "csv-parse/sync";
import { Refusal } from "#app/domain/refusal.ts";
import { readWorkbook } from "./read-workbook.server.ts";

/** The most bytes that an uploaded list may have: 2 MiB. */
export const LARGEST_LIST = 2 * 1024 * 1024;

/** The cells of an uploaded CSV (UTF-8, UTF-16 or GB18030) or XLSX file, row by row as they stand in it; anything else is refused. */
export async function readCells(bytes: Uint8Array): Promise<string[][]> {
  if (bytes.length === 0) throw new Refusal("import.empty");
  if (bytes.length > LARGEST_LIST) throw new Refusal("import.too_large");
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return readWorkbook(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new Refusal("import.old_excel");
  return parseCsv(textOf(bytes));
}

function textOf(bytes: Uint8Array): string {
  const text = decoded(bytes);
  if (text === undefined || hasControlCharacters(text)) throw new Refusal("import.not_a_list");
  if (text.trim() === "") throw new Refusal("import.empty");
  return text;
}

/** Chinese Excel saves CSV in GB18030, or in UTF-16 as “Unicode text”. */
function decoded(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, [0xff, 0xfe])) return decode("utf-16le", bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return decode("utf-16be", bytes);
  return decode("utf-8", bytes) ?? decode("gb18030", bytes);
}

function decode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function parseCsv(text: string): string[][] {
  const [firstLine = ""] = text.trimStart().split(/\r?\n/);
  const delimiter = firstLine.includes("\t") ? "\t" : firstLine.includes(",") ? "," : ";";
  try {
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true });
  } catch (error) {
    if (isCsvError(error)) throw new Refusal("import.quotes");
    throw error;
  }
}

const isCsvError = (error: unknown): error is CsvError =>
  error instanceof Error && "code" in error && String(error.code).startsWith("CSV_");

const startsWith = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((byte, index) => bytes[index] === byte);

/** Those that no list of projects has: all but tab, line feed and carriage return. */
function hasControlCharacters(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13) || code === 0xfffd) return true;
  }
  return false;
}
