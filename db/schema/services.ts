import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { modes, periods } from "#app/domain/bookings/booking.ts";
import { calendarDay, fen, grams, id, instant, primaryId } from "./columns.ts";
import { contracts } from "./contracts.ts";
import { communities, offices, serviceTypes, sites } from "./offices.ts";
import { organizations, workers } from "./organizations.ts";
import { residents } from "./residents.ts";

export const mode = pgEnum("mode", modes);
export const period = pgEnum("period", periods);

/** A subsidy: what the fund pays of a price, for whom, up to how much. */
export const programmes = pgTable(
  "programmes",
  {
    id: primaryId<"programme">(),
    officeId: id<"office">()
      .notNull()
      .references(() => offices.id),
    name: text().notNull(),
    /** The fund's share of the price, in basis points. */
    rateBp: integer().notNull(),
    capPerVisit: fen().notNull(),
    /** The most that the fund pays for one resident in a month. */
    monthlyQuota: fen().notNull(),
    ageFrom: smallint(),
    lowIncomeOnly: boolean().notNull().default(false),
    disabledOnly: boolean().notNull().default(false),
    registeredOnly: boolean().notNull().default(false),
    validFrom: calendarDay().notNull(),
    validTo: calendarDay().notNull(),
  },
  (programme) => [
    unique("programmes_one_name").on(programme.officeId, programme.name),
    check("programmes_rate", sql`${programme.rateBp} between 0 and 10000`),
    check("programmes_cap", sql`${programme.capPerVisit} >= 0 and ${programme.monthlyQuota} >= 0`),
  ],
);

/** What a resident has had of a programme in a month, counted like seats. */
export const personalQuotas = pgTable(
  "personal_quotas",
  {
    residentId: id<"resident">()
      .notNull()
      .references(() => residents.id),
    programmeId: id<"programme">()
      .notNull()
      .references(() => programmes.id),
    /** YYYY-MM of the service date. */
    month: text().notNull(),
    quota: fen().notNull(),
    reserved: fen().notNull(),
    used: fen().notNull(),
  },
  (row) => [
    primaryKey({
      name: "personal_quotas_pk",
      columns: [row.residentId, row.programmeId, row.month],
    }),
    check(
      "personal_quotas_within",
      sql`${row.reserved} >= 0 and ${row.used} >= 0 and ${row.reserved} + ${row.used} <= ${row.quota}`,
    ),
  ],
);

/** A service under an active contract that residents can book. */
export const offers = pgTable(
  "offers",
  {
    id: primaryId<"offer">(),
    officeId: id<"office">()
      .notNull()
      .references(() => offices.id),
    contractId: id<"contract">()
      .notNull()
      .references(() => contracts.id),
    organizationId: id<"organization">()
      .notNull()
      .references(() => organizations.id),
    serviceType: text()
      .notNull()
      .references(() => serviceTypes.code),
    mode: mode().notNull(),
    title: text().notNull(),
    description: text().notNull().default(""),
    price: fen().notNull(),
    programmeId: id<"programme">().references(() => programmes.id),
    siteId: id<"site">().references(() => sites.id),
    durationMinutes: integer().notNull(),
    bufferBeforeMinutes: integer().notNull().default(0),
    bufferAfterMinutes: integer().notNull().default(0),
    noticeHours: integer().notNull().default(2),
    horizonDays: integer().notNull().default(28),
    cancelCutoffHours: integer().notNull().default(2),
    published: boolean().notNull().default(false),
    createdAt: instant().notNull(),
    /** Pinyin initials of the title, so that “jjyl” finds 居家养老. */
    initials: text().notNull().default(""),
    grams: grams().generatedAlwaysAs(
      sql`search_grams(title || ' ' || description || ' ' || initials)`,
    ),
  },
  (offer) => [
    index("offers_public").on(offer.officeId, offer.title, offer.id).where(sql`${offer.published}`),
    index("offers_of_contract").on(offer.contractId),
    index("offers_search").using("gin", offer.grams),
    check("offers_price", sql`${offer.price} > 0`),
    check("offers_duration", sql`${offer.durationMinutes} between 5 and 1440`),
    check("offers_seats_need_a_site", sql`${offer.mode} <> 'seat' or ${offer.siteId} is not null`),
  ],
);

export const offerCommunities = pgTable(
  "offer_communities",
  {
    offerId: id<"offer">()
      .notNull()
      .references(() => offers.id, { onDelete: "cascade" }),
    communityId: id<"community">()
      .notNull()
      .references(() => communities.id),
  },
  (row) => [
    primaryKey({ name: "offer_communities_pk", columns: [row.offerId, row.communityId] }),
    index("offer_communities_of_community").on(row.communityId),
  ],
);

/** Who can deliver what: the roster from which a visit's worker is chosen. */
export const offerWorkers = pgTable(
  "offer_workers",
  {
    offerId: id<"offer">()
      .notNull()
      .references(() => offers.id, { onDelete: "cascade" }),
    workerId: id<"worker">()
      .notNull()
      .references(() => workers.id),
  },
  (row) => [
    primaryKey({ name: "offer_workers_pk", columns: [row.offerId, row.workerId] }),
    index("offer_workers_of_worker").on(row.workerId),
  ],
);

/** A 场次: seats at a site in one part of a day. */
export const serviceSessions = pgTable(
  "service_sessions",
  {
    id: primaryId<"service_session">(),
    officeId: id<"office">()
      .notNull()
      .references(() => offices.id),
    offerId: id<"offer">()
      .notNull()
      .references(() => offers.id),
    day: calendarDay().notNull(),
    period: period().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    capacity: integer().notNull(),
    taken: integer().notNull().default(0),
  },
  (session) => [
    unique("service_sessions_once").on(session.offerId, session.day, session.period),
    index("service_sessions_by_day").on(session.officeId, session.day),
    check(
      "service_sessions_seats",
      sql`0 <= ${session.taken} and ${session.taken} <= ${session.capacity}`,
    ),
    check("service_sessions_end_after_start", sql`${session.endsAt} > ${session.startsAt}`),
  ],
);
