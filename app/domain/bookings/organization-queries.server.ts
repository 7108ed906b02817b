import { and, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import type { Manager } from "#app/domain/act.ts";
import type { Id } from "#app/values/id.ts";
import { addDays, type Day, instantOf } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { bookings, copayments } from "#db/schema/bookings.ts";
import { milestones } from "#db/schema/contracts.ts";
import { workers } from "#db/schema/organizations.ts";
import { residents } from "#db/schema/residents.ts";
import { offers } from "#db/schema/services.ts";
import type { BookingState } from "./booking.ts";
import { ofOrganization } from "./scope.server.ts";

const PAGE = 20;
/** A download holds no more than that; the filters make it smaller. */
const FILE = 50_000;

export type BookingFilter = {
  from?: Day | undefined;
  to?: Day | undefined;
  state?: BookingState | undefined;
  offerId?: Id<"offer"> | undefined;
};

/** A page of the organization's bookings, latest first; `next` is where the following page starts. */
export async function listOrganizationBookings(
  by: Manager,
  filter: BookingFilter,
  after?: Id<"booking">,
) {
  const later = after
    ? sql`(${bookings.startsAt}, ${bookings.id}) < (select c.starts_at, c.id from ${bookings} c where c.id = ${after})`
    : undefined;
  const found = await rowsWhere(and(wanted(by, filter), later)).limit(PAGE + 1);
  const rows = found.slice(0, PAGE);
  return { rows, next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null };
}

/** All of them, for a download. */
export async function exportOrganizationBookings(by: Manager, filter: BookingFilter) {
  return await rowsWhere(wanted(by, filter)).limit(FILE);
}

/** The organization's offers, to filter by. */
export async function listBookableOffers({ organizationId }: Manager) {
  return await db
    .select({ id: offers.id, title: offers.title })
    .from(offers)
    .where(eq(offers.organizationId, organizationId))
    .orderBy(offers.title)
    .limit(200);
}

const wanted = (by: Manager, { from, to, state, offerId }: BookingFilter) =>
  and(
    ofOrganization(by),
    from && gte(bookings.startsAt, instantOf(from, 0)),
    to && lt(bookings.startsAt, instantOf(addDays(to, 1), 0)),
    state && eq(bookings.state, state),
    offerId && eq(bookings.offerId, offerId),
  );

const rowsWhere = (where: SQL | undefined) =>
  db
    .select({
      id: bookings.id,
      reference: bookings.reference,
      startsAt: bookings.startsAt,
      endsAt: bookings.endsAt,
      state: bookings.state,
      resident: residents.name,
      offer: offers.title,
      worker: workers.name,
      fundShare: bookings.fundShare,
      residentShare: bookings.residentShare,
      copaidAt: copayments.recordedAt,
      milestone: milestones.name,
      settlementReason: bookings.settlementReason,
      disputeReason: bookings.disputeReason,
    })
    .from(bookings)
    .innerJoin(residents, eq(residents.id, bookings.residentId))
    .innerJoin(offers, eq(offers.id, bookings.offerId))
    .leftJoin(workers, eq(workers.id, bookings.workerId))
    .leftJoin(copayments, eq(copayments.bookingId, bookings.id))
    .leftJoin(milestones, eq(milestones.id, bookings.milestoneId))
    .where(where)
    .orderBy(desc(bookings.startsAt), desc(bookings.id));
