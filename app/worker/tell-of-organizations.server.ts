import { eq } from "drizzle-orm";
import type { HeardEvent } from "#app/domain/heard-events.ts";
import type { Letter } from "#app/domain/mail/letter.ts";
import { writeToOrganization } from "#app/domain/mail/write.server.ts";
import { one } from "#db/rows.ts";
import { organizations } from "#db/schema/organizations.ts";
import { about, type Told } from "./told.ts";

type OfOrganization = Extract<
  HeardEvent,
  { name: "organization.verified" | "organization.rejected" }
>;

/** An organization hears how the operator decided. */
export async function tellOrganization(told: Told, event: OfOrganization) {
  const { organizationId } = event;
  const { name } = one(
    await told.tx.select().from(organizations).where(eq(organizations.id, organizationId)),
  );
  const letter =
    event.name === "organization.verified"
      ? ({ kind: event.name, about: { name } } as const)
      : ({ kind: event.name, about: { name, reason: event.reason } } as const);
  await writeToOrganization(told.tx, organizationId, about(told, letter));
}

/** An organization hears why a document of hers was not accepted. */
export async function tellOfDocument(
  told: Told,
  event: Extract<HeardEvent, { name: "organization.document_rejected" }>,
) {
  const { organizationId, kind, reason } = event;
  const letter = { kind: "document.rejected", about: { kind, reason } } as const;
  await writeToOrganization(told.tx, organizationId, about(told, letter));
}

/** An organization hears that it is suspended, or no longer, and why. */
export async function tellOfSuspension(
  told: Told,
  event: Extract<HeardEvent, { name: "organization.suspended" | "organization.suspension_lifted" }>,
) {
  const { organizationId, reason } = event;
  const letter: Letter =
    event.name === "organization.suspended"
      ? { kind: event.name, about: { reason, pausesServices: event.pausesServices } }
      : { kind: event.name, about: { reason } };
  await writeToOrganization(told.tx, organizationId, about(told, letter));
}
