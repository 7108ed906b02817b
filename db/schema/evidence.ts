import { index, pgTable, text, unique } from "drizzle-orm/pg-core";
import { users } from "./accounts.ts";
import { id, instant, primaryId } from "./columns.ts";
import { files } from "./files.ts";
import { tenders } from "./tenders.ts";

/** What shows that one organization alone may be asked: published with the tender, and fixed once it leaves its draft. */
export const tenderEvidence = pgTable(
  "tender_evidence",
  {
    id: primaryId<"evidence">(),
    tenderId: id<"tender">()
      .notNull()
      .references(() => tenders.id),
    fileId: id<"file">()
      .notNull()
      .references(() => files.id),
    /** What it shows, in a few words. */
    title: text().notNull(),
    addedAt: instant().notNull(),
    addedBy: id<"user">()
      .notNull()
      .references(() => users.id),
  },
  (evidence) => [
    index("tender_evidence_of").on(evidence.tenderId, evidence.id),
    unique("tender_evidence_one_file").on(evidence.fileId),
  ],
);
