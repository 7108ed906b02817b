import { eq } from "drizzle-orm";
import type { Act, Operator } from "#app/domain/act.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { organizations } from "#db/schema/organizations.ts";
import { lockOrganization } from "./lock.server.ts";

/** The operator has checked the organization: from now on it is listed publicly and may bid. */
export async function verifyOrganization(act: Act<Operator>, organizationId: Id<"organization">) {
  await db.transaction(async (tx) => {
    const { standing } = await lockOrganization(tx, organizationId);
    if (standing === "verified") throw new Refusal("lifecycle.not_now");
    await tx
      .update(organizations)
      .set({ verifiedAt: act.at, verifiedBy: act.by.userId, rejectedReason: null })
      .where(eq(organizations.id, organizationId));
    await record(tx, act, null, { name: "organization.verified", organizationId });
    await announce(tx);
  });
}
