import { eq } from "drizzle-orm";
import type { Id } from "#app/values/id.ts";
import { type Fen, fen } from "#app/values/money.ts";
import { db } from "#db/client.server.ts";
import { contracts } from "#db/schema/contracts.ts";
import { tenders } from "#db/schema/tenders.ts";
import { roomToRaise } from "./amendment.ts";
import { listAmendments } from "./changes.server.ts";

/** How much amendments may still raise the contract, by the rules of its tender. */
export async function findRoomToRaise(contractId: Id<"contract">): Promise<Fen> {
  const [[found], amendments] = await Promise.all([
    db
      .select({ value: contracts.value, rules: tenders.rules })
      .from(contracts)
      .innerJoin(tenders, eq(tenders.id, contracts.tenderId))
      .where(eq(contracts.id, contractId)),
    listAmendments(contractId),
  ]);
  if (!found?.rules) return fen(0);
  const changes = amendments.map(({ valueChange }) => valueChange);
  return roomToRaise(found.value, changes, found.rules.amendmentLimitBp);
}
