import { sql } from "drizzle-orm";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { documentNumbers } from "#db/schema/offices.ts";

export type DocumentKind = "project" | "notice" | "contract" | "payment_batch";

/** Gives the office's next whole number for that kind of document in the year, from 1; of several (`count`) the first. Others wait until the transaction ends. */
export async function nextDocumentNumber(
  tx: Tx,
  officeId: Id<"office">,
  kind: DocumentKind,
  year: number,
  count = 1,
): Promise<number> {
  const [row] = await tx
    .insert(documentNumbers)
    .values({ officeId, kind, year, last: count })
    .onConflictDoUpdate({
      target: [documentNumbers.officeId, documentNumbers.kind, documentNumbers.year],
      set: { last: sql`${documentNumbers.last} + ${count}` },
    })
    .returning({ last: documentNumbers.last });
  if (!row) throw new Error("no document number was given");
  return row.last - count + 1;
}

/** The short number that people say, such as 2026-0012. */
export const shortNumber = (year: number, number: number): string =>
  `${year}-${String(number).padStart(4, "0")}`;
