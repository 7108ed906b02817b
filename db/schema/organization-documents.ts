import { sql } from "drizzle-orm";
import { check, index, pgEnum, pgTable, smallint, text } from "drizzle-orm/pg-core";
import { documentKinds, documentStates } from "#app/domain/organizations/document.ts";
import { users } from "./accounts.ts";
import { calendarDay, id, instant, primaryId } from "./columns.ts";
import { files } from "./files.ts";
import { organizations } from "./organizations.ts";

export const documentKind = pgEnum("organization_document_kind", documentKinds);
export const documentState = pgEnum("organization_document_state", documentStates);

/** What an organization shows the operator of itself; nobody else reads it. Of a kind the one accepted last counts. */
export const organizationDocuments = pgTable(
  "organization_documents",
  {
    id: primaryId<"organization_document">(),
    organizationId: id<"organization">()
      .notNull()
      .references(() => organizations.id),
    kind: documentKind().notNull(),
    fileId: id<"file">()
      .notNull()
      .references(() => files.id),
    /** 5 for 5A, of a grade's certificate. */
    grade: smallint(),
    /** The last day on which it is valid. */
    expiresOn: calendarDay(),
    state: documentState().notNull().default("waiting"),
    addedAt: instant().notNull(),
    addedBy: id<"user">()
      .notNull()
      .references(() => users.id),
    /** When the operator first read it: nobody accepts what nobody has read. */
    openedAt: instant(),
    checkedAt: instant(),
    checkedBy: id<"user">().references(() => users.id),
    rejectedReason: text(),
    /** When its coming expiry was told. */
    remindedAt: instant(),
  },
  (document) => [
    index("organization_documents_of").on(document.organizationId, document.kind, document.state),
    index("organization_documents_to_check")
      .on(document.addedAt)
      .where(sql`${document.state} = 'waiting'`),
    index("organization_documents_expiring")
      .on(document.expiresOn)
      .where(sql`${document.state} = 'accepted' and ${document.remindedAt} is null`),
    check(
      "organization_documents_grade",
      sql`case when ${document.kind} = 'grade' then ${document.grade} between 1 and 5 and ${document.expiresOn} is not null else ${document.grade} is null end`,
    ),
    check(
      "organization_documents_read_before_accepted",
      sql`${document.state} <> 'accepted' or (${document.openedAt} is not null and ${document.checkedAt} is not null)`,
    ),
    check(
      "organization_documents_rejected_with_reason",
      sql`${document.state} <> 'rejected' or ${document.rejectedReason} is not null`,
    ),
  ],
);
