import { and, eq, ne } from "drizzle-orm";
import type { Act, Manager } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db } from "#db/client.server.ts";
import { organizations } from "#db/schema/organizations.ts";
import { lockOrganization } from "./lock.server.ts";
import type { OrganizationDetails } from "./register.server.ts";

/** An organization that is not verified yet puts its details right, and waits for the operator again. */
export async function correctOrganization(act: Act<Manager>, details: OrganizationDetails) {
  const { organizationId } = act.by;
  await db.transaction(async (tx) => {
    const { standing } = await lockOrganization(tx, organizationId);
    if (standing === "verified") throw new Refusal("lifecycle.not_now");
    const [other] = await tx
      .select({ id: organizations.id })
      .from(organizations)
      .where(
        and(eq(organizations.creditCode, details.creditCode), ne(organizations.id, organizationId)),
      );
    if (other) throw new Refusal("organization.code_taken");
    await tx
      .update(organizations)
      .set({ ...details, rejectedReason: null })
      .where(eq(organizations.id, organizationId));
    await record(tx, act, null, { name: "organization.corrected", organizationId });
  });
}
