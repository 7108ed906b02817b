import { and, eq } from "drizzle-orm";
import type { Act, Finance } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import type { Id } from "#app/values/id.ts";
import type { Fen } from "#app/values/money.ts";
import { db, type Tx } from "#db/client.server.ts";
import { fundTransactions } from "#db/schema/ledger.ts";
import { lockFund, postFundEvent } from "./post.server.ts";

export type Allocation = {
  fundId: Id<"fund">;
  /** Made once per form shown: a second click allocates nothing more. */
  allocationId: string;
  amount: Fen;
  /** Where the money comes from, such as the number of the budget document. */
  memo: string;
};

/** Money given to the office's fund becomes available in it. */
export async function allocateFund(act: Act<Finance>, allocation: Allocation): Promise<void> {
  const { fundId, allocationId: entityId, amount, memo } = allocation;
  const { officeId } = act.by;
  await db.transaction(async (tx) => {
    await lockFund(tx, officeId, fundId);
    if (await isAllocated(tx, entityId)) return;
    const movement = { officeId, fundId, entityId, amounts: { amount }, memo };
    await postFundEvent(tx, act, { ...movement, kind: "allocate" });
    await record(tx, act, officeId, { name: "fund.allocated", fundId, amount, memo });
  });
}

async function isAllocated(tx: Tx, entityId: string): Promise<boolean> {
  const [found] = await tx
    .select({ id: fundTransactions.id })
    .from(fundTransactions)
    .where(and(eq(fundTransactions.kind, "allocate"), eq(fundTransactions.entityId, entityId)));
  return found !== undefined;
}
