import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { users } from "./accounts.ts";
import { id, instant, primaryId } from "./columns.ts";
import { organizations } from "./organizations.ts";
import { residents } from "./residents.ts";
import { tenders } from "./tenders.ts";

/** A draft that stands in public so that everybody can comment on it before it is decided on; again after it was changed. */
export const consultations = pgTable(
  "consultations",
  {
    id: primaryId<"consultation">(),
    tenderId: id<"tender">()
      .notNull()
      .references(() => tenders.id),
    openedBy: id<"user">()
      .notNull()
      .references(() => users.id),
    openedAt: instant().notNull(),
    /** Until when comments are taken. */
    closesAt: instant().notNull(),
    /** When the draft went to review, or was taken back to be changed. */
    endedAt: instant(),
    /** Why it was taken back. */
    takenBackReason: text(),
  },
  (consultation) => [
    uniqueIndex("consultations_one_running")
      .on(consultation.tenderId)
      .where(sql`${consultation.endedAt} is null`),
    index("consultations_of_tender").on(consultation.tenderId, consultation.openedAt),
    index("consultations_running")
      .on(consultation.closesAt)
      .where(sql`${consultation.endedAt} is null`),
    check("consultations_close_later", sql`${consultation.closesAt} > ${consultation.openedAt}`),
  ],
);

/** What an organization or a resident says of a draft. The text and the reply are public, the author is not. */
export const draftComments = pgTable(
  "draft_comments",
  {
    id: primaryId<"draft_comment">(),
    tenderId: id<"tender">()
      .notNull()
      .references(() => tenders.id),
    consultationId: id<"consultation">()
      .notNull()
      .references(() => consultations.id),
    organizationId: id<"organization">().references(() => organizations.id),
    residentId: id<"resident">().references(() => residents.id),
    writtenBy: id<"user">()
      .notNull()
      .references(() => users.id),
    writtenAt: instant().notNull(),
    text: text().notNull(),
    reply: text(),
    repliedBy: id<"user">().references(() => users.id),
    repliedAt: instant(),
  },
  (comment) => [
    index("draft_comments_of_tender").on(comment.tenderId, comment.writtenAt),
    check(
      "draft_comments_one_author",
      sql`(${comment.organizationId} is null) <> (${comment.residentId} is null)`,
    ),
    check(
      "draft_comments_replied_says_when",
      sql`(${comment.reply} is null) = (${comment.repliedAt} is null)`,
    ),
  ],
);
