import { and, asc, eq } from "drizzle-orm";
import type { Act } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { offers } from "#db/schema/services.ts";

/**
 * No offer of the contract takes bookings any more. Call it before the contract is locked: whoever publishes an offer
 * locks the offer first.
 */
export async function withdrawOffers(tx: Tx, act: Act, contractId: Id<"contract">): Promise<void> {
  const all = await tx
    .select({ id: offers.id, officeId: offers.officeId, published: offers.published })
    .from(offers)
    .where(eq(offers.contractId, contractId))
    .orderBy(asc(offers.id))
    .for("no key update");
  await tx
    .update(offers)
    .set({ published: false })
    .where(and(eq(offers.contractId, contractId), offers.published));
  for (const { id: offerId, officeId, published } of all) {
    if (published) await record(tx, act, officeId, { name: "offer.paused", offerId });
  }
}

/** No offer of the organization takes bookings any more; the organization is locked, so none is being published. */
export async function pauseOffersOf(tx: Tx, act: Act, organizationId: Id<"organization">) {
  const paused = await tx
    .update(offers)
    .set({ published: false })
    .where(and(eq(offers.organizationId, organizationId), offers.published))
    .returning({ offerId: offers.id, officeId: offers.officeId });
  for (const { offerId, officeId } of paused) {
    await record(tx, act, officeId, { name: "offer.paused", offerId });
  }
}
