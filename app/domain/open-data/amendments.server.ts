import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { contractAmendments } from "#db/schema/contract-changes.ts";
import { tenderAmendments } from "#db/schema/tender-amendments.ts";

type TenderId = Id<"tender">;

/** Of the tenders' files: those that were approved. */
export const readFileAmendments = (wanted: TenderId[]) =>
  db
    .select({
      tenderId: tenderAmendments.tenderId,
      id: tenderAmendments.id,
      changes: tenderAmendments.changes,
      reason: tenderAmendments.reason,
      at: tenderAmendments.decidedAt,
    })
    .from(tenderAmendments)
    .where(and(inArray(tenderAmendments.tenderId, wanted), eq(tenderAmendments.state, "approved")))
    .orderBy(asc(tenderAmendments.tenderId), asc(tenderAmendments.number));

/** Of the contracts: those that were signed. */
export async function readAmendments(signed: readonly { id: Id<"contract"> }[]) {
  if (signed.length === 0) return [];
  const ids = signed.map(({ id }) => id);
  return await db
    .select({
      id: contractAmendments.id,
      contractId: contractAmendments.contractId,
      text: contractAmendments.text,
      newEndsOn: contractAmendments.newEndsOn,
      at: contractAmendments.at,
    })
    .from(contractAmendments)
    .where(and(inArray(contractAmendments.contractId, ids), isNotNull(contractAmendments.at)))
    .orderBy(asc(contractAmendments.contractId), asc(contractAmendments.number));
}
