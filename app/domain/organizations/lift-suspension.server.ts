import { eq } from "drizzle-orm";
import type { Act, Operator } from "#app/domain/act.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { organizationSuspensions } from "#db/schema/organization-suspensions.ts";
import { lockOrganization } from "./lock.server.ts";
import { findStanding } from "./suspension.server.ts";

export type Lifting = { organizationId: Id<"organization">; reason: string };

/** The organization may bid, sign and publish again; services that were paused it publishes itself. */
export async function liftSuspension(act: Act<Operator>, { organizationId, reason }: Lifting) {
  await db.transaction(async (tx) => {
    await lockOrganization(tx, organizationId);
    const standing = await findStanding(tx, organizationId);
    if (!standing) throw new Refusal("organization.not_suspended");
    await tx
      .update(organizationSuspensions)
      .set({ liftedAt: act.at, liftedBy: act.by.userId, liftedReason: reason })
      .where(eq(organizationSuspensions.id, standing.id));
    await record(tx, act, null, { name: "organization.suspension_lifted", organizationId, reason });
    await announce(tx);
  });
}
