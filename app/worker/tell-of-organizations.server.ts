import { eq } from "drizzle-orm";
import type { HeardEvent } from "#app/domain/heard-events.ts";
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
