import { eq, type SQL, sql } from "drizzle-orm";
import type { Manager, OfficeStaff, Resident, Worker } from "#app/domain/act.ts";
import { bookings } from "#db/schema/bookings.ts";
import { offerWorkers } from "#db/schema/services.ts";

/** The resident's own bookings. */
export const ofResident = ({ residentId }: Resident): SQL => eq(bookings.residentId, residentId);

/** The bookings that the office pays for. */
export const ofOffice = ({ officeId }: Pick<OfficeStaff, "officeId">): SQL =>
  eq(bookings.officeId, officeId);

/** The bookings that the organization delivers. */
export const ofOrganization = ({ organizationId }: Pick<Manager, "organizationId">): SQL =>
  eq(bookings.organizationId, organizationId);

/** The visits that are hers, and the seats of the offers that she delivers. */
export const ofWorker = ({ organizationId, workerId }: Worker): SQL =>
  sql`(${bookings.organizationId} = ${organizationId} and (${bookings.workerId} = ${workerId} or (
    ${bookings.serviceSessionId} is not null and exists (select from ${offerWorkers}
      where ${offerWorkers.offerId} = ${bookings.offerId} and ${offerWorkers.workerId} = ${workerId}))))`;
