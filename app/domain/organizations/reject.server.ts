import { eq } from "drizzle-orm";
import type { Act, Operator } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { organizations } from "#db/schema/organizations.ts";
import { lockOrganization } from "./lock.server.ts";

export type Rejection = { organizationId: Id<"organization">; reason: string };

/** The operator turns a registration down, for a reason that the organization reads and can put right. */
export async function rejectOrganization(
  act: Act<Operator>,
  { organizationId, reason }: Rejection,
) {
  await db.transaction(async (tx) => {
    const { standing } = await lockOrganization(tx, organizationId);
    if (standing !== "waiting") throw new Refusal("lifecycle.not_now");
    await tx
      .update(organizations)
      .set({ rejectedReason: reason })
      .where(eq(organizations.id, organizationId));
    await record(tx, act, null, { name: "organization.rejected", organizationId, reason });
  });
}
