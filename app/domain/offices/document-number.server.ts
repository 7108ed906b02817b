import { eq, sql } from "drizzle-orm";
import type { Id } from "#app/values/id.ts";
import { dayOf } from "#app/values/time.ts";
import type { Tx } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { documentNumbers, offices } from "#db/schema/offices.ts";

export type DocumentKind =
  | "project"
  | "notice"
  | "contract"
  | "amendment"
  | "termination"
  | "payment_batch";

/** The words that stand before the year in a document's number. */
const marks = { notice: "采", amendment: "合变", termination: "合终" } as const;

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

/** The next number of a document as it stands on it, such as 南湖街办采〔2026〕12号. */
export async function officialNumber(
  tx: Tx,
  officeId: Id<"office">,
  kind: keyof typeof marks,
  at: Date,
): Promise<string> {
  const year = Number(dayOf(at).slice(0, 4));
  const number = await nextDocumentNumber(tx, officeId, kind, year);
  const { prefix } = one(
    await tx
      .select({ prefix: offices.documentPrefix })
      .from(offices)
      .where(eq(offices.id, officeId)),
  );
  return `${prefix}${marks[kind]}〔${year}〕${number}号`;
}

/** The short number that people say, such as 2026-0012. */
export const shortNumber = (year: number, number: number): string =>
  `${year}-${String(number).padStart(4, "0")}`;
