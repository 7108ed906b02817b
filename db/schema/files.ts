import { sql } from "drizzle-orm";
import { check, integer, pgEnum, pgTable, text } from "drizzle-orm/pg-core";
import { fileScans, fileTypes } from "#app/domain/files/upload.ts";
import { users } from "./accounts.ts";
import { bytes, id, instant, primaryId } from "./columns.ts";

export const fileType = pgEnum("file_type", fileTypes);
export const fileScan = pgEnum("file_scan", fileScans);

/** Files that people sent, under the field key. Never changed; the rows that refer to them say who may read them. */
export const files = pgTable(
  "files",
  {
    id: primaryId<"file">(),
    /** As it is shown. */
    name: text().notNull(),
    type: fileType().notNull(),
    /** Of what was sent, not of what is kept. */
    size: integer().notNull(),
    digest: text().notNull(),
    sealed: bytes().notNull(),
    scan: fileScan().notNull(),
    storedAt: instant().notNull(),
    storedBy: id<"user">().references(() => users.id),
  },
  (file) => [
    check("files_size", sql`${file.size} between 1 and 5242880`),
    check("files_digest_form", sql`${file.digest} ~ '^[0-9a-f]{64}$'`),
    check("files_name_plain", sql`${file.name} ~ '^[^/\\\\[:cntrl:]]{1,100}$'`),
    /** Nonce and tag beside the content: nothing is kept that was not sealed. */
    check("files_sealed", sql`octet_length(${file.sealed}) = ${file.size} + 28`),
  ],
);
