import { eq } from "drizzle-orm";
import type { Act, Officer } from "#app/domain/act.ts";
import { listRejected } from "#app/domain/bids/settle.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { type Id, newId } from "#app/values/id.ts";
import { db, type Tx } from "#db/client.server.ts";
import { criteria, tenders } from "#db/schema/tenders.ts";
import { type LockedTender, lockTender } from "./lock.server.ts";

/**
 * Try a failed or cancelled tender of the same project again: a new draft with its terms and no deadline yet. Whoever won
 * and was passed over in it, or was barred from it, cannot bid. Tried again twice it is the same draft; answers its id.
 */
export async function rerunTender(
  act: Act<Officer>,
  tenderId: Id<"tender">,
): Promise<Id<"tender">> {
  return await db.transaction(async (tx) => {
    const tender = await lockTender(tx, act.by.officeId, tenderId);
    if (tender.status !== "failed" && tender.status !== "cancelled") {
      throw new Refusal("lifecycle.not_now");
    }
    const [again] = await tx
      .select({ id: tenders.id })
      .from(tenders)
      .where(eq(tenders.rerunOf, tenderId));
    return again?.id ?? (await draftAgain(tx, act, tender));
  });
}

async function draftAgain(tx: Tx, act: Act<Officer>, tender: LockedTender) {
  const { id: of, officeId, projectId, method, profile, title, contractDraft } = tender;
  const { openerAId, openerBId, invitedOrganizationId, directGround, directReason } = tender;
  const id = newId<"tender">();
  const passedOver = await listRejected(tx, of);
  await tx.insert(tenders).values({
    ...{ id, officeId, projectId, method, profile, title, contractDraft, openerAId, openerBId },
    ...{ invitedOrganizationId, directGround, directReason },
    ...{ winners: tender.winners, winnerCap: tender.winnerCap },
    authorId: act.by.userId,
    rerunOf: of,
    barredOrganizations: [...new Set([...tender.barredOrganizations, ...passedOver])],
  });
  const lines = await tx.select().from(criteria).where(eq(criteria.tenderId, of));
  const copies = lines.map(({ id: _, ...line }) => ({ ...line, tenderId: id }));
  if (copies.length > 0) await tx.insert(criteria).values(copies);
  await record(tx, act, officeId, { name: "tender.rerun", tenderId: id, of });
  return id;
}
