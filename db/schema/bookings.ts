import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { bookingStates } from "#app/domain/bookings/booking.ts";
import type { DisputeKind } from "#app/domain/bookings/delivery.ts";
import { users } from "./accounts.ts";
import { bytes, fen, id, instant, instantRange, primaryId } from "./columns.ts";
import { contracts, milestones } from "./contracts.ts";
import { communities, offices } from "./offices.ts";
import { organizations, workers } from "./organizations.ts";
import { proxySessions, residents } from "./residents.ts";
import { mode, offers, programmes, serviceSessions } from "./services.ts";

export const bookingState = pgEnum("booking_state", bookingStates);

/**
 * A visit or a seat that a resident booked. Two hand-written exclusion constraints keep a worker
 * (over `occupied`) and a resident (over `during`) from being in two places at once.
 */
export const bookings = pgTable(
  "bookings",
  {
    id: primaryId<"booking">(),
    reference: text().notNull().unique("bookings_one_reference"),
    officeId: id<"office">()
      .notNull()
      .references(() => offices.id),
    communityId: id<"community">()
      .notNull()
      .references(() => communities.id),
    residentId: id<"resident">()
      .notNull()
      .references(() => residents.id),
    offerId: id<"offer">()
      .notNull()
      .references(() => offers.id),
    contractId: id<"contract">()
      .notNull()
      .references(() => contracts.id),
    organizationId: id<"organization">()
      .notNull()
      .references(() => organizations.id),
    mode: mode().notNull(),
    serviceSessionId: id<"service_session">().references(() => serviceSessions.id),
    workerId: id<"worker">().references(() => workers.id),
    /** When the resident is served. */
    during: instantRange().notNull(),
    /** When the worker is taken: the visit with its buffers. */
    occupied: instantRange().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    state: bookingState().notNull().default("confirmed"),
    /** Rises with every change; a change names the version that it saw. */
    version: integer().notNull().default(1),
    price: fen().notNull(),
    fundShare: fen().notNull(),
    residentShare: fen().notNull(),
    programmeId: id<"programme">().references(() => programmes.id),
    /** YYYY-MM whose personal quota holds the fund's share. */
    quotaMonth: text(),
    /** What the resident wants the worker to know, AES-256-GCM. */
    noteSealed: bytes(),
    bookedBy: id<"user">()
      .notNull()
      .references(() => users.id),
    proxySessionId: id<"proxy_session">().references(() => proxySessions.id),
    bookedAt: instant().notNull(),
    rescheduledAt: instant(),
    /** Made once per form shown: a second click is the same booking. */
    idempotencyKey: uuid().notNull(),
    checkedInAt: instant(),
    checkedInBy: id<"user">().references(() => users.id),
    checkedOutAt: instant(),
    deliveryNote: text(),
    acceptedAt: instant(),
    /** Accepted by the clock because 72 hours passed. */
    acceptedByClock: boolean().notNull().default(false),
    disputeKind: text().$type<DisputeKind>(),
    disputeReason: text(),
    disputedAt: instant(),
    /** The officer who decided a dispute, and why. */
    settledBy: id<"user">().references(() => users.id),
    settledAt: instant(),
    settlementReason: text(),
    endedReason: text(),
    /** When it was cancelled or missed. */
    endedAt: instant(),
    /** Cancelled after the offer's cutoff. */
    endedLate: boolean().notNull().default(false),
    milestoneId: id<"milestone">().references(() => milestones.id),
  },
  (booking) => [
    unique("bookings_once_per_form").on(booking.residentId, booking.idempotencyKey),
    index("bookings_of_resident").on(booking.residentId, booking.startsAt),
    index("bookings_of_worker").on(booking.workerId, booking.startsAt),
    index("bookings_of_session").on(booking.serviceSessionId),
    index("bookings_of_organization").on(booking.organizationId, booking.startsAt),
    index("bookings_of_office").on(booking.officeId, booking.startsAt),
    index("bookings_to_claim").on(booking.contractId, booking.state),
    index("bookings_of_milestone").on(booking.milestoneId),
    index("bookings_disputed").on(booking.officeId).where(sql`${booking.state} = 'disputed'`),
    index("bookings_waiting_to_begin")
      .on(booking.startsAt)
      .where(sql`${booking.state} = 'confirmed'`),
    index("bookings_waiting_for_acceptance")
      .on(booking.checkedOutAt)
      .where(sql`${booking.state} = 'delivered'`),
    check(
      "bookings_shares_sum",
      sql`${booking.fundShare} + ${booking.residentShare} = ${booking.price}`,
    ),
    check(
      "bookings_shares_not_negative",
      sql`${booking.fundShare} >= 0 and ${booking.residentShare} >= 0`,
    ),
    check(
      "bookings_time",
      sql`not isempty(${booking.during}) and not isempty(${booking.occupied}) and ${booking.occupied} @> ${booking.during} and lower(${booking.during}) = ${booking.startsAt} and upper(${booking.during}) = ${booking.endsAt}`,
    ),
    check(
      "bookings_visit_has_worker",
      sql`${booking.mode} <> 'visit' or ${booking.workerId} is not null`,
    ),
    check(
      "bookings_seat_has_session",
      sql`${booking.mode} <> 'seat' or ${booking.serviceSessionId} is not null`,
    ),
    check(
      "bookings_dispute_kind",
      sql`${booking.disputeKind} in ('not_done', 'done_badly', 'denied')`,
    ),
  ],
);

/** The resident's share, taken at the service point and recorded. */
export const copayments = pgTable(
  "copayments",
  {
    id: primaryId<"copayment">(),
    bookingId: id<"booking">()
      .notNull()
      .references(() => bookings.id)
      .unique("copayments_one_per_booking"),
    amount: fen().notNull(),
    method: text().$type<"cash" | "pos">().notNull(),
    recordedBy: id<"user">()
      .notNull()
      .references(() => users.id),
    recordedAt: instant().notNull(),
  },
  (copayment) => [
    check("copayments_amount", sql`${copayment.amount} > 0`),
    check("copayments_method", sql`${copayment.method} in ('cash', 'pos')`),
  ],
);

/** What a resident says of a booking: one each. */
export const reviews = pgTable(
  "reviews",
  {
    id: primaryId<"review">(),
    bookingId: id<"booking">()
      .notNull()
      .references(() => bookings.id)
      .unique("reviews_one_per_booking"),
    officeId: id<"office">()
      .notNull()
      .references(() => offices.id),
    offerId: id<"offer">()
      .notNull()
      .references(() => offers.id),
    organizationId: id<"organization">()
      .notNull()
      .references(() => organizations.id),
    residentId: id<"resident">()
      .notNull()
      .references(() => residents.id),
    overall: smallint().notNull(),
    comment: text().notNull().default(""),
    /** Written down by somebody acting for the resident (代填). */
    byProxy: boolean().notNull().default(false),
    at: instant().notNull(),
    reply: text(),
    repliedAt: instant(),
  },
  (review) => [
    index("reviews_of_offer").on(review.offerId, review.at),
    index("reviews_of_organization").on(review.organizationId, review.at),
    check("reviews_overall", sql`${review.overall} between 1 and 5`),
  ],
);
