import { sha256Hex, utf8 } from "./bytes.ts";

/** The rows in the order in which the lot takes them: by the SHA-256 of each one's text. Nobody chooses, and anybody can repeat it. */
export async function inLotOrder<Row>(
  rows: readonly Row[],
  text: (row: Row) => string,
): Promise<Row[]> {
  const keyed = await Promise.all(
    rows.map(async (row) => ({ row, key: await sha256Hex(utf8(text(row))) })),
  );
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row);
}
