import { and, asc, eq, type SQL } from "drizzle-orm";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { contracts, milestones } from "#db/schema/contracts.ts";

export type LockedMilestone = Awaited<ReturnType<typeof lockMilestone>>;

/**
 * A milestone with its contract, which stays locked until the transaction ends, and so with it all its milestones
 * (`all`, by position). `scope` says whose it must be; anybody else's is not found.
 */
export async function lockMilestone(tx: Tx, scope: SQL, milestoneId: Id<"milestone">) {
  const [contract] = await tx
    .select({
      id: contracts.id,
      officeId: contracts.officeId,
      projectId: contracts.projectId,
      status: contracts.status,
    })
    .from(contracts)
    .innerJoin(milestones, eq(milestones.contractId, contracts.id))
    .where(and(eq(milestones.id, milestoneId), scope))
    .for("no key update", { of: contracts });
  if (!contract) throw new Refusal("not_found");
  const all = await tx
    .select()
    .from(milestones)
    .where(eq(milestones.contractId, contract.id))
    .orderBy(asc(milestones.position));
  const milestone = all.find(({ id }) => id === milestoneId);
  if (!milestone) throw new Refusal("not_found");
  return { contract, milestone, all };
}
