import { and, asc, desc, eq, isNotNull, ne } from "drizzle-orm";
import type { OfficeStaff } from "#app/domain/act.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { bookings } from "#db/schema/bookings.ts";
import { organizations } from "#db/schema/organizations.ts";
import { residents } from "#db/schema/residents.ts";
import { offers } from "#db/schema/services.ts";
import { ofOffice } from "./scope.server.ts";

type Reader = Pick<OfficeStaff, "officeId">;

/** Disputes that wait for the office, longest first. */
export async function listOpenDisputes(by: Reader) {
  return await disputes()
    .where(and(ofOffice(by), eq(bookings.state, "disputed")))
    .orderBy(asc(bookings.disputedAt), asc(bookings.id))
    .limit(200);
}

/** Disputes that the office has settled, latest first. */
export async function listSettledDisputes(by: Reader) {
  return await disputes()
    .where(and(ofOffice(by), isNotNull(bookings.settledAt), ne(bookings.state, "disputed")))
    .orderBy(desc(bookings.settledAt))
    .limit(50);
}

/** A booking of the office that is or was in dispute. */
export async function findDispute(by: Reader, bookingId: Id<"booking">) {
  const [row] = await disputes().where(
    and(eq(bookings.id, bookingId), ofOffice(by), isNotNull(bookings.disputeKind)),
  );
  return row;
}

const disputes = () =>
  db
    .select({
      id: bookings.id,
      reference: bookings.reference,
      state: bookings.state,
      startsAt: bookings.startsAt,
      endsAt: bookings.endsAt,
      checkedInAt: bookings.checkedInAt,
      checkedOutAt: bookings.checkedOutAt,
      deliveryNote: bookings.deliveryNote,
      fundShare: bookings.fundShare,
      residentShare: bookings.residentShare,
      kind: bookings.disputeKind,
      reason: bookings.disputeReason,
      at: bookings.disputedAt,
      settledAt: bookings.settledAt,
      settledBy: users.name,
      settlementReason: bookings.settlementReason,
      offer: offers.title,
      organization: organizations.name,
      contactPhone: organizations.contactPhone,
      resident: residents.name,
      phone: residents.phone,
    })
    .from(bookings)
    .innerJoin(offers, eq(offers.id, bookings.offerId))
    .innerJoin(organizations, eq(organizations.id, bookings.organizationId))
    .innerJoin(residents, eq(residents.id, bookings.residentId))
    .leftJoin(users, eq(users.id, bookings.settledBy));
