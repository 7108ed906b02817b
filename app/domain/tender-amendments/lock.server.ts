import { and, desc, eq } from "drizzle-orm";
import { accepts } from "#app/domain/lifecycle.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { lockTender } from "#app/domain/tenders/lock.server.ts";
import { tenderLifecycle } from "#app/domain/tenders/tender.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { projects } from "#db/schema/projects.ts";
import { tenderAmendments } from "#db/schema/tender-amendments.ts";
import type { TenderTerms } from "./amendment.ts";

/**
 * The office's tender while it takes bids, locked, with the terms as they stand; from its deadline on it is refused, and once
 * final offers are called for, whose call said what the talks changed.
 */
export async function lockAmendable(tx: Tx, officeId: Id<"office">, tenderId: Id<"tender">) {
  const tender = await lockTender(tx, officeId, tenderId);
  if (!accepts(tenderLifecycle, tender.status, "amend"))
    throw new Refusal("tender_amendment.too_late");
  if (tender.round > 1) throw new Refusal("tender_amendment.final_offers");
  const project = one(await tx.select().from(projects).where(eq(projects.id, tender.projectId)));
  const { title, contractDraft, deadline } = tender;
  const { need, targetGroup, quantity, unit, ceiling, startsOn, endsOn } = project;
  const figures = { quantity, unit, ceiling, startsOn, endsOn };
  const terms: TenderTerms = { title, need, targetGroup, contractDraft, deadline, ...figures };
  return { tender, project, terms };
}

/** The amendment of a tender that is locked. */
export async function findProposed(
  tx: Tx,
  tenderId: Id<"tender">,
  amendmentId: Id<"tender_amendment">,
) {
  const [amendment] = await tx
    .select()
    .from(tenderAmendments)
    .where(and(eq(tenderAmendments.id, amendmentId), eq(tenderAmendments.tenderId, tenderId)));
  if (!amendment) throw new Refusal("not_found");
  return amendment;
}

/** The number of the tender's next amendment. */
export async function nextNumber(tx: Tx, tenderId: Id<"tender">): Promise<number> {
  const [last] = await tx
    .select({ number: tenderAmendments.number })
    .from(tenderAmendments)
    .where(and(eq(tenderAmendments.tenderId, tenderId), eq(tenderAmendments.state, "approved")))
    .orderBy(desc(tenderAmendments.number))
    .limit(1);
  return (last?.number ?? 0) + 1;
}
