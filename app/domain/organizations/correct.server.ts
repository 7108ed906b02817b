import { and, eq, ne } from "drizzle-orm";
import type { Act, Manager } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { organizations } from "#db/schema/organizations.ts";
import { lockOrganization } from "./lock.server.ts";
import type { OrganizationDetails } from "./register.server.ts";

/** An organization that is not verified yet puts its details right, and waits for the operator again. */
export async function correctOrganization(act: Act<Manager>, details: OrganizationDetails) {
  const { organizationId } = act.by;
  await db.transaction(async (tx) => {
    const { standing } = await lockOrganization(tx, organizationId);
    if (standing === "verified") throw new Refusal("lifecycle.not_now");
    if (details.creditCode) await refuseTaken(tx, organizationId, details.creditCode);
    const leaderId = details.kind === "team" ? act.by.userId : null;
    await tx
      .update(organizations)
      .set({ ...details, leaderId, rejectedReason: null })
      .where(eq(organizations.id, organizationId));
    await record(tx, act, null, { name: "organization.corrected", organizationId });
  });
}

async function refuseTaken(tx: Tx, own: Id<"organization">, creditCode: string) {
  const others = and(eq(organizations.creditCode, creditCode), ne(organizations.id, own));
  if ((await tx.$count(organizations, others)) > 0) throw new Refusal("organization.code_taken");
}
