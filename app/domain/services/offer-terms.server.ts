import { and, eq, inArray } from "drizzle-orm";
import type { Mode } from "#app/domain/bookings/booking.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import type { Fen } from "#app/values/money.ts";
import type { Tx } from "#db/client.server.ts";
import { serviceTypes, sites } from "#db/schema/offices.ts";
import { projectCommunities } from "#db/schema/projects.ts";
import { offerCommunities, programmes } from "#db/schema/services.ts";

/** What a manager says of an offer; a visit has no site, and no programme means that residents pay all. */
export type OfferTerms = {
  title: string;
  description: string;
  serviceType: string;
  price: Fen;
  durationMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  noticeHours: number;
  horizonDays: number;
  cancelCutoffHours: number;
  programmeId: Id<"programme"> | null;
  siteId: Id<"site"> | null;
  communityIds: Id<"community">[];
};

type Scope = { officeId: Id<"office">; projectId: Id<"project">; mode: Mode };

/** Refuses an unknown kind, another office's programme or site, a community outside the contract, and a seat without a site. */
export async function checkTerms(tx: Tx, scope: Scope, terms: OfferTerms) {
  const { programmeId, siteId, communityIds, serviceType } = terms;
  if (communityIds.length === 0 || (scope.mode === "seat" && !siteId)) {
    throw new Refusal("not_found");
  }
  const [kind, programme, site, communities] = await Promise.all([
    tx.$count(serviceTypes, eq(serviceTypes.code, serviceType)),
    programmeId
      ? tx.$count(
          programmes,
          and(eq(programmes.id, programmeId), eq(programmes.officeId, scope.officeId)),
        )
      : 1,
    siteId ? tx.$count(sites, and(eq(sites.id, siteId), eq(sites.officeId, scope.officeId))) : 1,
    tx.$count(
      projectCommunities,
      and(
        eq(projectCommunities.projectId, scope.projectId),
        inArray(projectCommunities.communityId, communityIds),
      ),
    ),
  ]);
  if (kind === 0 || programme === 0 || site === 0 || communities < new Set(communityIds).size) {
    throw new Refusal("not_found");
  }
}

/** The offer serves these communities and no others. */
export async function saveCommunities(
  tx: Tx,
  offerId: Id<"offer">,
  communityIds: Id<"community">[],
) {
  await tx.delete(offerCommunities).where(eq(offerCommunities.offerId, offerId));
  await tx
    .insert(offerCommunities)
    .values([...new Set(communityIds)].map((communityId) => ({ offerId, communityId })));
}
