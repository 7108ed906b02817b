import { sql } from "drizzle-orm";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { documentNumbers } from "#db/schema/offices.ts";

export type DocumentKind = "project" | "notice" | "contract";

/** The next whole number, from 1, of the office's documents of that kind in the year; others wait until the transaction ends. */
export async function nextDocumentNumber(
  tx: Tx,
  officeId: Id<"office">,
  kind: DocumentKind,
  year: number,
): Promise<number> {
  const [row] = await tx
    .insert(documentNumbers)
    .values({ officeId, kind, year, last: 1 })
    .onConflictDoUpdate({
      target: [documentNumbers.officeId, documentNumbers.kind, documentNumbers.year],
      set: { last: sql`${documentNumbers.last} + 1` },
    })
    .returning({ last: documentNumbers.last });
  if (!row) throw new Error("no document number was given");
  return row.last;
}

/** The short number that people say, such as 2026-0012. */
export const shortNumber = (year: number, number: number): string =>
  `${year}-${String(number).padStart(4, "0")}`;
