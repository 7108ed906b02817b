import { and, asc, desc, eq, gt, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Act, Resident } from "#app/domain/act.ts";
import type { Id } from "#app/values/id.ts";
import { addTo, days } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { bookings } from "#db/schema/bookings.ts";
import { copayments, milestoneChecks, milestones, reviews } from "#db/schema/index.ts";
import { offices, sites } from "#db/schema/offices.ts";
import { organizations, workers } from "#db/schema/organizations.ts";
import { offers, programmes } from "#db/schema/services.ts";
import { holdingStates } from "./booking.ts";
import { ofResident } from "./scope.server.ts";

const PAGE = 20;

const brief = {
  id: bookings.id,
  reference: bookings.reference,
  title: offers.title,
  organization: organizations.name,
  state: bookings.state,
  mode: bookings.mode,
  startsAt: bookings.startsAt,
  endsAt: bookings.endsAt,
  checkedOutAt: bookings.checkedOutAt,
  residentShare: bookings.residentShare,
  worker: workers.name,
  workerPhone: workers.phone,
  site: sites.name,
  address: sites.address,
};

const listBrief = (where: SQL | undefined) =>
  db
    .select(brief)
    .from(bookings)
    .innerJoin(offers, eq(offers.id, bookings.offerId))
    .innerJoin(organizations, eq(organizations.id, bookings.organizationId))
    .leftJoin(workers, eq(workers.id, bookings.workerId))
    .leftJoin(sites, eq(sites.id, offers.siteId))
    .where(where);

const coming = (by: Resident) => and(ofResident(by), inArray(bookings.state, [...holdingStates]));

export type Period = "coming" | "past";

/** A page of the resident's own bookings: those to come, soonest first, or those that are over, latest first. */
export async function listOwnBookings(by: Resident, period: Period, after?: Id<"booking">) {
  const over = and(ofResident(by), sql`${bookings.state} not in ('confirmed', 'checked_in')`);
  const place = sql`(${bookings.startsAt}, ${bookings.id})`;
  const last = sql`(select c.starts_at, c.id from ${bookings} c where c.id = ${after})`;
  const isComing = period === "coming";
  const found = await listBrief(
    and(
      isComing ? coming(by) : over,
      after && (isComing ? sql`${place} > ${last}` : sql`${place} < ${last}`),
    ),
  )
    .orderBy(
      isComing ? asc(bookings.startsAt) : desc(bookings.startsAt),
      isComing ? asc(bookings.id) : desc(bookings.id),
    )
    .limit(PAGE + 1);
  const rows = found.slice(0, PAGE);
  return { rows, next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null };
}

/** What the resident's first page shows: her next bookings, and what waits for her. */
export async function findOwnHome({ by, at }: Act<Resident>) {
  const [next, toAccept, toReview, checks] = await Promise.all([
    listBrief(coming(by)).orderBy(asc(bookings.startsAt), asc(bookings.id)).limit(3),
    listBrief(and(ofResident(by), eq(bookings.state, "delivered")))
      .orderBy(asc(bookings.checkedOutAt), asc(bookings.id))
      .limit(PAGE),
    listBrief(
      and(
        ofResident(by),
        inArray(bookings.state, ["accepted", "closed"]),
        gt(bookings.checkedOutAt, addTo(at, -days(14))),
        sql`not exists (select from ${reviews} where ${reviews.bookingId} = ${bookings.id})`,
      ),
    )
      .orderBy(desc(bookings.checkedOutAt), desc(bookings.id))
      .limit(PAGE),
    listOwnChecks(by),
  ]);
  return { next, toAccept, toReview, checks };
}

const listOwnChecks = ({ residentId }: Resident) =>
  db
    .select({
      milestoneId: milestoneChecks.milestoneId,
      bookingId: milestoneChecks.bookingId,
      title: offers.title,
      startsAt: bookings.startsAt,
    })
    .from(milestoneChecks)
    .innerJoin(bookings, eq(bookings.id, milestoneChecks.bookingId))
    .innerJoin(offers, eq(offers.id, bookings.offerId))
    .innerJoin(milestones, eq(milestones.id, milestoneChecks.milestoneId))
    .where(
      and(
        eq(milestoneChecks.residentId, residentId),
        isNull(milestoneChecks.confirmed),
        eq(milestones.state, "claimed"),
      ),
    )
    .orderBy(asc(bookings.startsAt))
    .limit(PAGE);

const detail = {
  ...brief,
  offerId: bookings.offerId,
  sessionId: bookings.serviceSessionId,
  version: bookings.version,
  price: bookings.price,
  fundShare: bookings.fundShare,
  programme: programmes.name,
  bookedAt: bookings.bookedAt,
  bookedBy: users.name,
  byProxy: sql<boolean>`${bookings.proxySessionId} is not null`,
  rescheduledAt: bookings.rescheduledAt,
  checkedInAt: bookings.checkedInAt,
  deliveryNote: bookings.deliveryNote,
  acceptedAt: bookings.acceptedAt,
  acceptedByClock: bookings.acceptedByClock,
  disputeReason: bookings.disputeReason,
  disputedAt: bookings.disputedAt,
  settledAt: bookings.settledAt,
  settlementReason: bookings.settlementReason,
  endedAt: bookings.endedAt,
  endedLate: bookings.endedLate,
  endedReason: bookings.endedReason,
  hasNote: sql<boolean>`${bookings.noteSealed} is not null`,
  cutoffHours: offers.cancelCutoffHours,
  contactPhone: organizations.contactPhone,
  helpPhone: offices.helpPhone,
  review: { overall: reviews.overall, at: reviews.at, repliedAt: reviews.repliedAt },
  copaymentAt: copayments.recordedAt,
};

/** One of the resident's own bookings with all that its page tells; undefined for anybody else's. */
export async function findOwnBooking(by: Resident, id: Id<"booking">) {
  const [found] = await db
    .select(detail)
    .from(bookings)
    .innerJoin(offers, eq(offers.id, bookings.offerId))
    .innerJoin(organizations, eq(organizations.id, bookings.organizationId))
    .innerJoin(offices, eq(offices.id, bookings.officeId))
    .innerJoin(users, eq(users.id, bookings.bookedBy))
    .leftJoin(workers, eq(workers.id, bookings.workerId))
    .leftJoin(sites, eq(sites.id, offers.siteId))
    .leftJoin(programmes, eq(programmes.id, bookings.programmeId))
    .leftJoin(reviews, eq(reviews.bookingId, bookings.id))
    .leftJoin(copayments, eq(copayments.bookingId, bookings.id))
    .where(and(ofResident(by), eq(bookings.id, id)));
  return found;
}

export type OwnBooking = NonNullable<Awaited<ReturnType<typeof findOwnBooking>>>;
