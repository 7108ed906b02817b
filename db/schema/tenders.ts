import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { PERFORMANCE_SHARE } from "#app/domain/contracts/milestone-pay.ts";
import type { DirectGround, MethodRules } from "#app/domain/tenders/profile.ts";
import type { FrozenScoreSheet } from "#app/domain/tenders/score-sheet.ts";
import {
  criterionKinds,
  type EndCode,
  methods,
  panelCapacities,
  profiles,
  tenderStatuses,
} from "#app/domain/tenders/tender.ts";
import type { Id } from "#app/values/id.ts";
import { users } from "./accounts.ts";
import { grams, id, instant, primaryId } from "./columns.ts";
import { offices } from "./offices.ts";
import { organizations } from "./organizations.ts";
import { projects } from "./projects.ts";
import { winnerChecks, winnerColumns } from "./tender-winners.ts";

export const tenderStatus = pgEnum("tender_status", tenderStatuses);
export const method = pgEnum("method", methods);
export const profile = pgEnum("profile", profiles);
export const criterionKind = pgEnum("criterion_kind", criterionKinds);
export const panelCapacity = pgEnum("panel_capacity", panelCapacities);

/** The competition for a project, from draft to contract. */
export const tenders = pgTable(
  "tenders",
  {
    id: primaryId<"tender">(),
    officeId: id<"office">()
      .notNull()
      .references(() => offices.id),
    projectId: id<"project">()
      .notNull()
      .references(() => projects.id),
    method: method().notNull().default("open_scored"),
    profile: profile().notNull().default("community"),
    /** Of its profile and method, as they were at publication; before it those in force count. */
    rules: jsonb().$type<MethodRules>(),
    status: tenderStatus().notNull().default("draft"),
    title: text().notNull(),
    /** Who alone may bid where nobody else is asked, on what ground and with what evidence. */
    invitedOrganizationId: id<"organization">().references(() => organizations.id),
    directGround: text().$type<DirectGround>(),
    directReason: text().notNull().default(""),
    /** Why fewer bids than usual are enough, where the rules allow it. */
    reducedBidsReason: text(),
    /** Offers are opened once a round; the deadline is the current round's. */
    round: smallint().notNull().default(1),
    /** Draft of the contract, part of the tender file. */
    contractDraft: text().notNull().default(""),
    /** How much of each payment will depend on what residents say, in basis points. */
    performanceShareBp: integer().notNull().default(PERFORMANCE_SHARE.usual),
    openerAId: id<"user">().references(() => users.id),
    openerBId: id<"user">().references(() => users.id),
    authorId: id<"user">()
      .notNull()
      .references(() => users.id),
    approverId: id<"user">().references(() => users.id),
    sentBackReason: text(),
    /** What stands on the notice, such as 南湖街办采〔2026〕12号; given at publication. */
    noticeNumber: text(),
    publishedAt: instant(),
    deadline: instant(),
    /** Rises with each amendment; part of what a sealed bid is bound to. */
    deadlineVersion: smallint().notNull().default(1),
    openedAt: instant(),
    /** The ranking as frozen when the panel signed its report: everything needed to recompute it. */
    scoreSheet: jsonb().$type<FrozenScoreSheet>(),
    reportSignedAt: instant(),
    ...winnerColumns(),
    recommendedReason: text(),
    recommendedBy: id<"user">().references(() => users.id),
    publicisedBy: id<"user">().references(() => users.id),
    publicisedAt: instant(),
    standstillEndsAt: instant(),
    awardedAt: instant(),
    /** While it stands still: since when. Every clock of the tender stopped then. */
    suspendedAt: instant(),
    endedAt: instant(),
    endedCode: text().$type<EndCode>(),
    endedReason: text(),
    /** The tender that came to nothing and is tried again with this one. */
    rerunOf: id<"tender">().references((): AnyPgColumn => tenders.id),
    /** Organizations that may not bid: they were passed over in a tender that this one tries again. */
    barredOrganizations: uuid().array().$type<Id<"organization">[]>().notNull().default([]),
    grams: grams().generatedAlwaysAs(sql`search_grams(title)`),
  },
  (tender) => [
    index("tenders_of_office").on(tender.officeId, tender.status),
    index("tenders_published").on(tender.publishedAt.desc(), tender.id),
    index("tenders_of_project").on(tender.projectId),
    unique("tenders_tried_again_once").on(tender.rerunOf),
    unique("tenders_one_notice_number").on(tender.officeId, tender.noticeNumber),
    index("tenders_search").using("gin", tender.grams),
    index("tenders_waiting_for_deadline").on(tender.deadline).where(sql`${tender.status} = 'open'`),
    index("tenders_in_standstill")
      .on(tender.standstillEndsAt)
      .where(sql`${tender.status} = 'publicised'`),
    check("tenders_approver_is_not_author", sql`${tender.approverId} <> ${tender.authorId}`),
    check(
      "tenders_publiciser_is_not_recommender",
      sql`${tender.publicisedBy} <> ${tender.recommendedBy}`,
    ),
    check(
      "tenders_performance_share",
      sql`${tender.performanceShareBp} between 0 and ${sql.raw(String(PERFORMANCE_SHARE.most))}`,
    ),
    check(
      "tenders_suspended_under_way",
      sql`${tender.suspendedAt} is null or ${tender.status} in ('open', 'closed', 'evaluating', 'recommended', 'publicised', 'awarded')`,
    ),
    ...winnerChecks(tender),
    check("tenders_rounds", sql`${tender.round} between 1 and 2`),
    check(
      "tenders_published_by_rules",
      sql`${tender.publishedAt} is null or ${tender.rules} is not null`,
    ),
    check("tenders_two_openers", sql`${tender.openerAId} <> ${tender.openerBId}`),
    check("tenders_deadline_after_published", sql`${tender.deadline} > ${tender.publishedAt}`),
    check(
      "tenders_published_says_when",
      sql`${tender.status}::text in ('draft', 'consulting', 'in_review', 'cancelled') or (${tender.publishedAt} is not null and ${tender.deadline} is not null and ${tender.approverId} is not null)`,
    ),
    check(
      "tenders_publicised_says_whom",
      sql`${tender.status} not in ('publicised', 'awarded', 'contracted') or (${tender.recommendedBidId} is not null and ${tender.publicisedAt} is not null and ${tender.standstillEndsAt} is not null)`,
    ),
  ],
);

export const criteria = pgTable(
  "criteria",
  {
    id: primaryId<"criterion">(),
    tenderId: id<"tender">()
      .notNull()
      .references(() => tenders.id, { onDelete: "cascade" }),
    position: smallint().notNull(),
    kind: criterionKind().notNull(),
    name: text().notNull(),
    /** Whole points; a tender's criteria sum to 100. */
    weight: smallint().notNull(),
    guidance: text().notNull().default(""),
    /** The least mean, in whole points, with which a bid can win; null for none. */
    minimum: smallint(),
  },
  (criterion) => [
    unique("criteria_one_position").on(criterion.tenderId, criterion.position),
    check("criteria_minimum", sql`${criterion.minimum} between 1 and ${criterion.weight}`),
    check("criteria_weight", sql`${criterion.weight} between 1 and 100`),
  ],
);

export const panelMembers = pgTable(
  "panel_members",
  {
    tenderId: id<"tender">()
      .notNull()
      .references(() => tenders.id),
    userId: id<"user">()
      .notNull()
      .references(() => users.id),
    capacity: panelCapacity().notNull(),
    chair: boolean().notNull().default(false),
    /** null until declared; a member with a conflict may not score. */
    conflict: boolean(),
    conflictNote: text(),
    declaredAt: instant(),
    /** When all her scores were handed in; from then on they do not change. */
    submittedAt: instant(),
  },
  (member) => [
    primaryKey({ name: "panel_members_pk", columns: [member.tenderId, member.userId] }),
    index("panel_members_of_user").on(member.userId),
  ],
);

/** One member's score of one bid for one criterion, in hundredths of a point. */
export const scores = pgTable(
  "scores",
  {
    tenderId: id<"tender">()
      .notNull()
      .references(() => tenders.id),
    memberId: id<"user">().notNull(),
    bidId: id<"bid">().notNull(),
    criterionId: id<"criterion">()
      .notNull()
      .references(() => criteria.id),
    hundredths: integer().notNull(),
  },
  (score) => [
    primaryKey({
      name: "scores_pk",
      columns: [score.tenderId, score.memberId, score.bidId, score.criterionId],
    }),
    check("scores_range", sql`${score.hundredths} between 0 and 10000`),
  ],
);
