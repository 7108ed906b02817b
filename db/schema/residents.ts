import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, smallint, text } from "drizzle-orm/pg-core";
import { users } from "./accounts.ts";
import { bytes, calendarDay, id, instant, primaryId } from "./columns.ts";
import { communities, offices } from "./offices.ts";

/** Somebody who lives in a community. She may have no phone and no account of her own. */
export const residents = pgTable(
  "residents",
  {
    id: primaryId<"resident">(),
    officeId: id<"office">()
      .notNull()
      .references(() => offices.id),
    communityId: id<"community">()
      .notNull()
      .references(() => communities.id),
    userId: id<"user">()
      .references(() => users.id)
      .unique("residents_one_per_user"),
    name: text().notNull(),
    phone: text(),
    bornOn: calendarDay().notNull(),
    /** Whether her household is registered (户籍) in the street. */
    registered: boolean().notNull().default(true),
    lowIncome: boolean().notNull().default(false),
    disabilityGrade: smallint(),
    /** Address and note for the visit, AES-256-GCM. */
    addressSealed: bytes(),
    /** The 4-digit PIN on her card, AES-256-GCM. */
    pinSealed: bytes().notNull(),
  },
  (resident) => [
    index("residents_of_community").on(resident.officeId, resident.communityId, resident.name),
    check("residents_disability_grade", sql`${resident.disabilityGrade} between 1 and 4`),
  ],
);

/** Half an hour in which a community worker acts for one resident; every act of it carries its id. */
export const proxySessions = pgTable(
  "proxy_sessions",
  {
    id: primaryId<"proxy_session">(),
    userId: id<"user">()
      .notNull()
      .references(() => users.id),
    residentId: id<"resident">()
      .notNull()
      .references(() => residents.id),
    officeId: id<"office">()
      .notNull()
      .references(() => offices.id),
    reason: text().notNull(),
    startedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    endedAt: instant(),
  },
  (session) => [
    index("proxy_sessions_of_user").on(session.userId, session.startedAt),
    index("proxy_sessions_of_resident").on(session.residentId, session.startedAt),
    check("proxy_sessions_end_after_start", sql`${session.expiresAt} > ${session.startedAt}`),
  ],
);
