import { and, desc, eq, isNotNull, ne } from "drizzle-orm";
import type { Manager } from "#app/domain/act.ts";
import type { Id } from "#app/values/id.ts";
import { bids } from "#db/schema/bids.ts";
import { criteria, tenders } from "#db/schema/tenders.ts";
import { asOrganization } from "./as-organization.server.ts";

const MOST = 10;

/** Tenders in which a bid of the reader's own organization was opened, newest first; before that nobody but her browser can read it. */
export async function listEarlierBids(by: Manager, except: Id<"tender">) {
  return await asOrganization(by, (tx) =>
    tx
      .select({ tenderId: tenders.id, title: tenders.title })
      .from(bids)
      .innerJoin(tenders, eq(tenders.id, bids.tenderId))
      .where(and(ownOpened(by), ne(bids.tenderId, except)))
      .orderBy(desc(bids.submittedAt))
      .limit(MOST),
  );
}

/** What her bid in a tender said, with the criteria that it answered; undefined unless it was opened. */
export async function findEarlierBid(by: Manager, tenderId: Id<"tender">) {
  return await asOrganization(by, async (tx) => {
    const [found] = await tx
      .select({ title: tenders.title, document: bids.document })
      .from(bids)
      .innerJoin(tenders, eq(tenders.id, bids.tenderId))
      .where(and(ownOpened(by), eq(bids.tenderId, tenderId)));
    if (!found?.document) return undefined;
    const asked = await tx
      .select({ id: criteria.id, name: criteria.name })
      .from(criteria)
      .where(eq(criteria.tenderId, tenderId));
    return { title: found.title, document: found.document, asked };
  });
}

const ownOpened = (by: Manager) =>
  and(eq(bids.organizationId, by.organizationId), isNotNull(bids.document));
