import { and, asc, eq, gte, lt } from "drizzle-orm";
import type { Worker } from "#app/domain/act.ts";
import type { Id } from "#app/values/id.ts";
import { type Day, instantOf } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { bookings, copayments } from "#db/schema/bookings.ts";
import { communities, sites } from "#db/schema/offices.ts";
import { residents } from "#db/schema/residents.ts";
import { offers } from "#db/schema/services.ts";
import { ofWorker } from "./scope.server.ts";

const shown = {
  id: bookings.id,
  state: bookings.state,
  mode: bookings.mode,
  startsAt: bookings.startsAt,
  endsAt: bookings.endsAt,
  resident: residents.name,
  offer: offers.title,
  community: communities.name,
  site: sites.name,
  residentShare: bookings.residentShare,
  paidBy: copayments.method,
};

/** The worker's visits and seats of a day, in order of time. */
export async function listWork(by: Worker, day: Day) {
  return await rows()
    .where(
      and(
        ofWorker(by),
        gte(bookings.startsAt, instantOf(day, 0)),
        lt(bookings.startsAt, instantOf(day, 1440)),
      ),
    )
    .orderBy(asc(bookings.startsAt), asc(offers.title), asc(residents.name), asc(bookings.id))
    .limit(300);
}

/** One booking as its worker sees it; address, phone and note stay sealed. */
export async function findWork(by: Worker, bookingId: Id<"booking">) {
  const [row] = await db
    .select({
      ...shown,
      reference: bookings.reference,
      siteAddress: sites.address,
      price: bookings.price,
      checkedInAt: bookings.checkedInAt,
      checkedOutAt: bookings.checkedOutAt,
      deliveryNote: bookings.deliveryNote,
      paidAt: copayments.recordedAt,
    })
    .from(bookings)
    .innerJoin(residents, eq(residents.id, bookings.residentId))
    .innerJoin(offers, eq(offers.id, bookings.offerId))
    .innerJoin(communities, eq(communities.id, bookings.communityId))
    .leftJoin(sites, eq(sites.id, offers.siteId))
    .leftJoin(copayments, eq(copayments.bookingId, bookings.id))
    .where(and(eq(bookings.id, bookingId), ofWorker(by)));
  return row;
}

const rows = () =>
  db
    .select(shown)
    .from(bookings)
    .innerJoin(residents, eq(residents.id, bookings.residentId))
    .innerJoin(offers, eq(offers.id, bookings.offerId))
    .innerJoin(communities, eq(communities.id, bookings.communityId))
    .leftJoin(sites, eq(sites.id, offers.siteId))
    .leftJoin(copayments, eq(copayments.bookingId, bookings.id));
