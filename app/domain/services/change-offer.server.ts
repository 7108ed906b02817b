import { eq } from "drizzle-orm";
import type { Act, Manager } from "#app/domain/act.ts";
import { announce } from "#app/domain/publish-notice.server.ts";
import { record } from "#app/domain/record.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { offers } from "#db/schema/services.ts";
import { initialsOf } from "./initials.server.ts";
import { lockOffer } from "./lock.server.ts";
import { checkTerms, type OfferTerms, saveCommunities } from "./offer-terms.server.ts";

/** Other terms for bookings from now on; those that were made keep their price and time. The mode stays. */
export async function changeOffer(act: Act<Manager>, offerId: Id<"offer">, terms: OfferTerms) {
  await db.transaction(async (tx) => {
    const offer = await lockOffer(tx, act.by, offerId);
    await checkTerms(tx, offer, terms);
    const { communityIds, ...said } = terms;
    const siteId = offer.mode === "seat" ? said.siteId : null;
    await tx
      .update(offers)
      .set({ ...said, siteId, initials: initialsOf(said.title) })
      .where(eq(offers.id, offerId));
    await saveCommunities(tx, offerId, communityIds);
    await record(tx, act, offer.officeId, { name: "offer.changed", offerId });
    await announce(tx);
  });
}
