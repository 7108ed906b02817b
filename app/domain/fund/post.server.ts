import { and, eq } from "drizzle-orm";
import type { Act } from "#app/domain/act.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { newId } from "#app/values/id.ts";
import type { Tx } from "#db/client.server.ts";
import { funds } from "#db/schema/fund.ts";
import { fundBalances, fundTransactions, postings } from "#db/schema/ledger.ts";
import {
  type Balances,
  emptyFund,
  type FundAmounts,
  type FundEventKind,
  type Posting,
  postingsFor,
} from "./ledger.ts";

export type FundMovement = {
  officeId: Id<"office">;
  fundId: Id<"fund">;
  kind: FundEventKind;
  /** The tender, contract, milestone or allocation that it is about; one movement of a kind each. */
  entityId: string;
  projectId?: Id<"project">;
  amounts: FundAmounts;
  memo?: string;
};

/** Move money of the office's fund: the fund's row stays locked until the transaction ends, and what it does not hold is refused. */
export async function postFundEvent(tx: Tx, act: Act, movement: FundMovement) {
  const { fundId, kind, entityId, projectId = null, amounts, memo = "" } = movement;
  const balances = await lockFund(tx, movement.officeId, fundId);
  const lines = postingsFor(kind, amounts);
  refuseShortfall(balances, lines);

  const transactionId = newId<"fund_transaction">();
  const { userId: byUserId } = act.by;
  await tx
    .insert(fundTransactions)
    .values({ id: transactionId, fundId, kind, entityId, projectId, byUserId, at: act.at, memo });
  await tx
    .insert(postings)
    .values(lines.map((line) => ({ ...line, transactionId, fundId, projectId })));
  return transactionId;
}

/** The balances of the office's fund, which nobody else can change until the transaction ends. */
export async function lockFund(
  tx: Tx,
  officeId: Id<"office">,
  fundId: Id<"fund">,
): Promise<Balances> {
  const [fund] = await tx
    .select({ id: funds.id })
    .from(funds)
    .where(and(eq(funds.id, fundId), eq(funds.officeId, officeId)))
    .for("update");
  if (!fund) throw new Refusal("not_found");
  const rows = await tx.select().from(fundBalances).where(eq(fundBalances.fundId, fundId));
  return { ...emptyFund, ...Object.fromEntries(rows.map((row) => [row.account, row.amount])) };
}

function refuseShortfall(balances: Balances, lines: readonly Posting[]): void {
  const short = lines.some(
    ({ account, amount }) => account !== "appropriation" && balances[account] + amount < 0,
  );
  if (short) throw new Refusal("fund.not_enough");
}
