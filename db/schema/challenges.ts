import { sql } from "drizzle-orm";
import { check, index, jsonb, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { challengeStates, challengeSubjects } from "#app/domain/challenges/challenge.ts";
import type { FrozenScoreSheet } from "#app/domain/tenders/score-sheet.ts";
import type { SupersededBid } from "#app/domain/tenders/superseded-sheet.ts";
import type { Id } from "#app/values/id.ts";
import { users } from "./accounts.ts";
import { id, instant, primaryId } from "./columns.ts";
import { offices } from "./offices.ts";
import { organizations } from "./organizations.ts";
import { tenders } from "./tenders.ts";

export const challengeSubject = pgEnum("challenge_subject", challengeSubjects);
export const challengeState = pgEnum("challenge_state", challengeStates);

/** An organization's objection (质疑) to a tender file, its handling or its result, and what became of it. */
export const challenges = pgTable(
  "challenges",
  {
    id: primaryId<"challenge">(),
    officeId: id<"office">()
      .notNull()
      .references(() => offices.id),
    tenderId: id<"tender">()
      .notNull()
      .references(() => tenders.id),
    organizationId: id<"organization">()
      .notNull()
      .references(() => organizations.id),
    subject: challengeSubject().notNull(),
    state: challengeState().notNull().default("filed"),
    /** As it was written: for the two parties alone. */
    text: text().notNull(),
    /** What everybody may read of it, without personal data; written with the answer. */
    publishedText: text(),
    filedAt: instant().notNull(),
    filedBy: id<"user">()
      .notNull()
      .references(() => users.id),
    answerDueAt: instant().notNull(),
    answer: text(),
    answeredBy: id<"user">().references(() => users.id),
    answeredAt: instant(),
    decisionReason: text(),
    decidedBy: id<"user">().references(() => users.id),
    decidedAt: instant(),
    /** Until when it can go on to the supervisor: counted from the decision, or from the day it was due. */
    escalateDueAt: instant().notNull(),
    escalation: text(),
    escalatedBy: id<"user">().references(() => users.id),
    escalatedAt: instant(),
    rulingDueAt: instant(),
    ruling: text(),
    ruledBy: id<"user">().references(() => users.id),
    ruledAt: instant(),
  },
  (challenge) => [
    uniqueIndex("challenges_one_open")
      .on(challenge.tenderId, challenge.organizationId, challenge.subject)
      .where(sql`${challenge.state} in ('filed', 'answered', 'escalated')`),
    index("challenges_of_tender").on(challenge.tenderId, challenge.filedAt),
    index("challenges_of_office").on(challenge.officeId, challenge.state),
    check(
      "challenges_decider_did_not_answer",
      sql`${challenge.decidedBy} <> ${challenge.answeredBy}`,
    ),
    check(
      "challenges_ruler_did_not_decide",
      sql`${challenge.ruledBy} <> ${challenge.answeredBy} and ${challenge.ruledBy} <> ${challenge.decidedBy}`,
    ),
    check(
      "challenges_decided_say_why",
      sql`${challenge.state} not in ('accepted', 'rejected') or (${challenge.answer} is not null and ${challenge.publishedText} is not null and ${challenge.decidedBy} is not null and ${challenge.decidedAt} is not null)`,
    ),
    check(
      "challenges_ruled_say_why",
      sql`${challenge.state} not in ('upheld', 'dismissed') or (${challenge.ruling} is not null and ${challenge.ruledBy} is not null and ${challenge.ruledAt} is not null)`,
    ),
  ],
);

/** When a tender stood still, on whose word and why; rows are closed when it goes on. */
export const tenderSuspensions = pgTable(
  "tender_suspensions",
  {
    id: primaryId<"tender_suspension">(),
    tenderId: id<"tender">()
      .notNull()
      .references(() => tenders.id),
    from: instant().notNull(),
    reason: text().notNull(),
    byUserId: id<"user">()
      .notNull()
      .references(() => users.id),
    byRole: text().$type<"approver" | "supervisor">().notNull(),
    until: instant(),
    endReason: text(),
    endedBy: id<"user">().references(() => users.id),
  },
  (suspension) => [
    uniqueIndex("tender_suspensions_one_running")
      .on(suspension.tenderId)
      .where(sql`${suspension.until} is null`),
    index("tender_suspensions_of_tender").on(suspension.tenderId, suspension.from),
    check("tender_suspensions_end_after_start", sql`${suspension.until} >= ${suspension.from}`),
  ],
);

/** A ranking that an accepted challenge set aside, as it stood, and why. Rows are only ever added. */
export const supersededSheets = pgTable(
  "superseded_sheets",
  {
    id: primaryId<"superseded_sheet">(),
    tenderId: id<"tender">()
      .notNull()
      .references(() => tenders.id),
    challengeId: id<"challenge">()
      .notNull()
      .references(() => challenges.id),
    scoreSheet: jsonb().$type<FrozenScoreSheet>().notNull(),
    /** The bids as they had been judged. */
    bids: jsonb().$type<SupersededBid[]>().notNull(),
    reportSignedAt: instant().notNull(),
    recommendedBidId: id<"bid">(),
    alsoRecommended: uuid().array().$type<Id<"bid">[]>().notNull().default([]),
    recommendedReason: text(),
    publicisedAt: instant(),
    standstillEndsAt: instant(),
    awardedAt: instant(),
    reason: text().notNull(),
    supersededAt: instant().notNull(),
  },
  (sheet) => [index("superseded_sheets_of_tender").on(sheet.tenderId, sheet.supersededAt)],
);
