import { and, eq, inArray } from "drizzle-orm";
import type { OfficeStaff } from "#app/domain/act.ts";
import { notDeclinedByOffice } from "#app/domain/bids/settle.server.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { bids } from "#db/schema/bids.ts";
import { organizations } from "#db/schema/organizations.ts";
import { tenders } from "#db/schema/tenders.ts";

/** Who won the office's tender, the best placed first, and who would be next; null where nobody is left. Says whether it is awarded, and so may be passed on. */
export async function findNextRank({ officeId }: OfficeStaff, tenderId: Id<"tender">) {
  const [tender] = await db
    .select({
      id: tenders.id,
      title: tenders.title,
      status: tenders.status,
      sheet: tenders.scoreSheet,
    })
    .from(tenders)
    .where(and(eq(tenders.id, tenderId), eq(tenders.officeId, officeId)));
  if (!tender) return undefined;
  const standing = await db
    .select({ id: bids.id, state: bids.state, organization: organizations.name })
    .from(bids)
    .innerJoin(organizations, eq(organizations.id, bids.organizationId))
    .where(and(eq(bids.tenderId, tenderId), inArray(bids.state, ["won", "lost"])));
  const ranked = (tender.sheet?.bids ?? []).flatMap(
    ({ bidId }) => standing.find(({ id }) => id === bidId) ?? [],
  );
  const next = ranked.find(({ state }) => state === "lost")?.organization ?? null;
  const winners = ranked.filter(({ state }) => state === "won");
  const awarded = tender.status === "awarded";
  return { id: tender.id, title: tender.title, awarded, winners, next };
}

/** The office's tender, whether it came to nothing after its publication, and who may not bid when it is tried again. */
export async function findEnded({ officeId }: OfficeStaff, tenderId: Id<"tender">) {
  const [tender] = await db
    .select({
      id: tenders.id,
      title: tenders.title,
      status: tenders.status,
      barred: tenders.barredOrganizations,
    })
    .from(tenders)
    .where(and(eq(tenders.id, tenderId), eq(tenders.officeId, officeId)));
  if (!tender) return undefined;
  const rejected = await db
    .select({ id: bids.organizationId })
    .from(bids)
    .where(and(eq(bids.tenderId, tenderId), eq(bids.state, "rejected"), notDeclinedByOffice));
  const ids = [...tender.barred, ...rejected.map(({ id }) => id)];
  const named = await db
    .select({ name: organizations.name })
    .from(organizations)
    .where(inArray(organizations.id, ids))
    .orderBy(organizations.name);
  const { id, title, status } = tender;
  const ended = status === "failed" || status === "cancelled";
  return { id, title, ended, barred: named.map(({ name }) => name) };
}
