import { and, eq, getTableColumns } from "drizzle-orm";
import type { Manager } from "#app/domain/act.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { contracts } from "#db/schema/contracts.ts";
import { offers } from "#db/schema/services.ts";

/** The manager's own offer with its contract's status and project, locked; bookings of it may go on. */
export async function lockOffer(tx: Tx, by: Manager, offerId: Id<"offer">) {
  const [offer] = await tx
    .select({
      ...getTableColumns(offers),
      contractStatus: contracts.status,
      projectId: contracts.projectId,
    })
    .from(offers)
    .innerJoin(contracts, eq(contracts.id, offers.contractId))
    .where(and(eq(offers.id, offerId), eq(offers.organizationId, by.organizationId)))
    .for("no key update", { of: offers });
  if (!offer) throw new Refusal("not_found");
  return offer;
}

/** The manager's own contract, kept as it is until the transaction ends; refused unless it is active. */
export async function lockActiveContract(tx: Tx, by: Manager, contractId: Id<"contract">) {
  const [contract] = await tx
    .select()
    .from(contracts)
    .where(and(eq(contracts.id, contractId), eq(contracts.organizationId, by.organizationId)))
    .for("share");
  if (!contract) throw new Refusal("not_found");
  if (contract.status !== "active") throw new Refusal("offer.contract_not_active");
  return contract;
}
