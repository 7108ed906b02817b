import type { Act, Manager } from "#app/domain/act.ts";
import type { Mode } from "#app/domain/bookings/booking.ts";
import { record } from "#app/domain/record.server.ts";
import { type Id, newId } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { offers } from "#db/schema/services.ts";
import { initialsOf } from "./initials.server.ts";
import { lockActiveContract } from "./lock.server.ts";
import { checkTerms, type OfferTerms, saveCommunities } from "./offer-terms.server.ts";

export type OfferDraft = OfferTerms & { contractId: Id<"contract">; mode: Mode };

/** A service under an active contract; residents see it once it is published. */
export async function draftOffer(act: Act<Manager>, draft: OfferDraft): Promise<Id<"offer">> {
  return await db.transaction(async (tx) => {
    const { communityIds, contractId, mode, ...terms } = draft;
    const contract = await lockActiveContract(tx, act.by, contractId);
    const { officeId, organizationId } = contract;
    await checkTerms(tx, { ...contract, mode }, draft);

    const offerId = newId<"offer">();
    await tx.insert(offers).values({
      ...terms,
      id: offerId,
      contractId,
      mode,
      officeId,
      organizationId,
      siteId: mode === "seat" ? terms.siteId : null,
      initials: initialsOf(terms.title),
      createdAt: act.at,
    });
    await saveCommunities(tx, offerId, communityIds);
    await record(tx, act, officeId, { name: "offer.drafted", offerId, contractId });
    return offerId;
  });
}
