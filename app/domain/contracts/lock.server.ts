import { and, eq, type SQL } from "drizzle-orm";
import type { Manager, OfficeStaff } from "#app/domain/act.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { lockTender } from "#app/domain/tenders/lock.server.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { contracts } from "#db/schema/contracts.ts";

export type LockedContract = Awaited<ReturnType<typeof lockContract>>;

/** The contracts of the office, or of the organization, that somebody works for. */
export const contractsOf = (by: OfficeStaff | Manager): SQL =>
  by.role === "manager"
    ? eq(contracts.organizationId, by.organizationId)
    : eq(contracts.officeId, by.officeId);

/** A contract of one's own office or organization, locked with its tender, which is locked first. */
export async function lockContract(tx: Tx, by: OfficeStaff | Manager, contractId: Id<"contract">) {
  const own = and(eq(contracts.id, contractId), contractsOf(by));
  const [found] = await tx
    .select({ officeId: contracts.officeId, tenderId: contracts.tenderId })
    .from(contracts)
    .where(own);
  if (!found) throw new Refusal("not_found");
  const tender = await lockTender(tx, found.officeId, found.tenderId);
  const [contract] = await tx.select().from(contracts).where(own).for("update");
  if (!contract) throw new Refusal("not_found");
  return { ...contract, tender };
}
