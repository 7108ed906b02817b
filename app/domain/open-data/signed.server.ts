import { and, asc, inArray, isNotNull } from "drizzle-orm";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { contracts, milestones } from "#db/schema/contracts.ts";

/** The contracts of tenders that came into force. */
export function readContracts(wanted: Id<"tender">[]) {
  return db
    .select({
      tenderId: contracts.tenderId,
      id: contracts.id,
      bidId: contracts.bidId,
      organizationId: contracts.organizationId,
      title: contracts.title,
      status: contracts.status,
      value: contracts.value,
      startsOn: contracts.startsOn,
      endsOn: contracts.endsOn,
      activatedAt: contracts.activatedAt,
    })
    .from(contracts)
    .where(and(inArray(contracts.tenderId, wanted), isNotNull(contracts.activatedAt)))
    .orderBy(asc(contracts.activatedAt), asc(contracts.id));
}

/** Of these contracts, in their order. */
export async function readMilestones(signed: readonly { id: Id<"contract"> }[]) {
  if (signed.length === 0) return [];
  const ids = signed.map(({ id }) => id);
  return await db
    .select()
    .from(milestones)
    .where(inArray(milestones.contractId, ids))
    .orderBy(asc(milestones.contractId), asc(milestones.position));
}
