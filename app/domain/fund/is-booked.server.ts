import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { fundTransactions } from "#db/schema/ledger.ts";
import type { FundEventKind } from "./ledger.ts";

/** Whether a movement of the kind is on record for the entity: the same form, sent again. */
export async function isBooked(tx: Tx, kind: FundEventKind, entityId: string): Promise<boolean> {
  const about = and(eq(fundTransactions.kind, kind), eq(fundTransactions.entityId, entityId));
  return (await tx.$count(fundTransactions, about)) > 0;
}
