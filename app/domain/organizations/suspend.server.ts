import type { Act, Operator } from "#app/domain/act.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { pauseOffersOf } from "#app/domain/services/withdraw-offers.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { organizationSuspensions } from "#db/schema/organization-suspensions.ts";
import { lockOrganization } from "./lock.server.ts";
import { findStanding } from "./suspension.server.ts";

export type Suspension = {
  organizationId: Id<"organization">;
  /** Public. */
  reason: string;
  /** Whether no new bookings of its running services are taken either; those made stay. */
  pausesServices: boolean;
};

/** From now on the organization neither bids nor signs new contracts nor publishes offers, and everybody reads why. */
export async function suspendOrganization(act: Act<Operator>, suspension: Suspension) {
  const { organizationId, reason, pausesServices } = suspension;
  await db.transaction(async (tx) => {
    const { standing } = await lockOrganization(tx, organizationId);
    if (standing !== "verified") throw new Refusal("lifecycle.not_now");
    if (await findStanding(tx, organizationId)) throw new Refusal("organization.suspended_already");
    const { at: suspendedAt, by } = act;
    await tx
      .insert(organizationSuspensions)
      .values({ ...suspension, suspendedAt, suspendedBy: by.userId });
    const suspended = { name: "organization.suspended", organizationId, reason } as const;
    await record(tx, act, null, { ...suspended, pausesServices });
    if (pausesServices) await pauseOffersOf(tx, act, organizationId);
    await announce(tx);
  });
}
