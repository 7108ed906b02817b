import { and, eq } from "drizzle-orm";
import type { Act, Manager } from "#app/domain/act.ts";
import { lockOrganization } from "#app/domain/organizations/lock.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { communities, serviceTypes } from "#db/schema/offices.ts";
import { savedSearches } from "#db/schema/searches.ts";
import { MOST_SEARCHES, type Search } from "./search.ts";

export type SearchDraft = Search & { name: string; notify: boolean };

/** Keeps a search; where it wants notices, every new tender that it finds is told of by mail. */
export async function saveSearch(act: Act<Manager>, draft: SearchDraft) {
  const { organizationId, userId: savedBy } = act.by;
  return await db.transaction(async (tx) => {
    await lockOrganization(tx, organizationId);
    const own = eq(savedSearches.organizationId, organizationId);
    if ((await tx.$count(savedSearches, own)) >= MOST_SEARCHES) {
      throw new Refusal("search.too_many");
    }
    await refuseUnknown(tx, draft);
    const values = { ...draft, organizationId, savedAt: act.at, savedBy };
    const { id: searchId } = one(await tx.insert(savedSearches).values(values).returning());
    await record(tx, act, null, { name: "search.saved", searchId });
    return searchId;
  });
}

async function refuseUnknown(tx: Tx, { serviceType, communityId }: Search) {
  const kinds = serviceType && (await tx.$count(serviceTypes, eq(serviceTypes.code, serviceType)));
  const places = communityId && (await tx.$count(communities, eq(communities.id, communityId)));
  if (kinds === 0 || places === 0) throw new Refusal("not_found");
}

/** A search is forgotten, and tells of nothing any more. */
export async function removeSearch(act: Act<Manager>, searchId: Id<"saved_search">) {
  await db.transaction(async (tx) => {
    const removed = await tx.delete(savedSearches).where(ownSearch(act.by, searchId)).returning();
    if (removed.length === 0) throw new Refusal("not_found");
    await record(tx, act, null, { name: "search.removed", searchId });
  });
}

/** Whether new tenders that a search finds are told by mail. */
export async function setNotices(
  act: Act<Manager>,
  { searchId, notify }: { searchId: Id<"saved_search">; notify: boolean },
) {
  await db.transaction(async (tx) => {
    const changed = await tx
      .update(savedSearches)
      .set({ notify })
      .where(ownSearch(act.by, searchId))
      .returning();
    if (changed.length === 0) throw new Refusal("not_found");
    await record(tx, act, null, { name: "search.notices_set", searchId, notify });
  });
}

const ownSearch = (by: Manager, searchId: Id<"saved_search">) =>
  and(eq(savedSearches.id, searchId), eq(savedSearches.organizationId, by.organizationId));
