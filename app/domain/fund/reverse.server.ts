import { and, eq } from "drizzle-orm";
import type { Act, Approver, Finance } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { fen } from "#app/values/money.ts";
import { db, type Tx } from "#db/client.server.ts";
import { funds } from "#db/schema/fund.ts";
import { fundTransactions, postings } from "#db/schema/ledger.ts";
import { isReversible } from "./ledger.ts";
import { lockFunds, writeMovement } from "./post.server.ts";

export type Reversal = { transactionId: Id<"fund_transaction">; reason: string };

/**
 * Undo a movement that was written down wrongly, by one that names it and mirrors it: once, by somebody else than who wrote
 * it, and only while none of its money was used.
 */
export async function reverseMovement(act: Act<Finance | Approver>, wish: Reversal): Promise<void> {
  const { transactionId, reason } = wish;
  const { officeId, userId } = act.by;
  await db.transaction(async (tx) => {
    const original = await findMovement(tx, officeId, transactionId);
    if (!isReversible(original.kind)) throw new Refusal("fund.not_reversible");
    if (original.byUserId === userId) throw new Refusal("fund.own_movement");
    const { fundId, toFundId, projectId } = original;
    const locked = await lockFunds(tx, officeId, toFundId ? [fundId, toFundId] : [fundId]);
    const reversals = eq(fundTransactions.reversesId, transactionId);
    if (await tx.$count(fundTransactions, reversals)) throw new Refusal("fund.reversed_already");
    if (locked.some(({ closedAt }) => closedAt)) throw new Refusal("fund.closed");

    const lines = await mirror(tx, transactionId);
    const short = locked.some(({ id, balances }) =>
      lines.some((line) => line.fundId === id && isShort(balances[line.account], line)),
    );
    if (short) throw new Refusal("fund.used_already");
    const about = { fundId, toFundId, projectId, entityId: transactionId, memo: reason };
    const movement = { ...about, kind: "reverse", reversesId: transactionId } as const;
    await writeMovement(tx, act, locked, movement, lines);
    await record(tx, act, officeId, { name: "fund.reversed", fundId, transactionId, reason });
  });
}

async function findMovement(tx: Tx, officeId: Id<"office">, id: Id<"fund_transaction">) {
  const [found] = await tx
    .select({ movement: fundTransactions })
    .from(fundTransactions)
    .innerJoin(funds, eq(funds.id, fundTransactions.fundId))
    .where(and(eq(fundTransactions.id, id), eq(funds.officeId, officeId)));
  if (!found) throw new Refusal("not_found");
  return found.movement;
}

async function mirror(tx: Tx, transactionId: Id<"fund_transaction">) {
  const lines = await tx.select().from(postings).where(eq(postings.transactionId, transactionId));
  return lines.map(({ fundId, projectId, account, amount }) => ({
    fundId,
    projectId,
    account,
    amount: fen(-amount),
  }));
}

const isShort = (held: number, line: { account: string; amount: number }) =>
  line.account !== "appropriation" && held + line.amount < 0;
