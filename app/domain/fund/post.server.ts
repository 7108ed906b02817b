import { and, asc, eq, inArray } from "drizzle-orm";
import type { Act } from "#app/domain/act.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { newId } from "#app/values/id.ts";
import type { Fen } from "#app/values/money.ts";
import type { Tx } from "#db/client.server.ts";
import { funds } from "#db/schema/fund.ts";
import { fundBalances, fundTransactions, postings } from "#db/schema/ledger.ts";
import {
  type Balances,
  emptyFund,
  type FundAmounts,
  type FundEventKind,
  type MoveKind,
  type PassingKind,
  type Posting,
  passingPostings,
  postingsFor,
  takesWhenClosed,
} from "./ledger.ts";

export type FundMovement = {
  officeId: Id<"office">;
  fundId: Id<"fund">;
  kind: MoveKind;
  /** The tender, contract, milestone or allocation that it is about; one movement of a kind each. */
  entityId: string;
  projectId?: Id<"project">;
  amounts: FundAmounts;
  memo?: string;
};

export type FundPassing = {
  officeId: Id<"office">;
  fundId: Id<"fund">;
  toFundId: Id<"fund">;
  kind: PassingKind;
  entityId: string;
  amount: Fen;
  memo: string;
};

/** Move money of the office's fund: the fund's row stays locked until the transaction ends, and what it does not hold is refused. */
export async function postFundEvent(tx: Tx, act: Act, movement: FundMovement) {
  const { officeId, fundId, kind, amounts, projectId = null, ...about } = movement;
  const fund = await lockFund(tx, officeId, fundId);
  if (fund.closedAt && !takesWhenClosed(kind)) throw new Refusal("fund.closed");
  const lines = postingsFor(kind, amounts).map((line) => ({ ...line, fundId, projectId }));
  return await writeMovement(tx, act, [fund], { fundId, kind, projectId, ...about }, lines);
}

/** Pass money on to another fund of the office, both of which stay locked; a closed fund is given none. */
export async function passMoney(tx: Tx, act: Act, passing: FundPassing) {
  const { officeId, amount, ...about } = passing;
  const { fundId, toFundId, kind } = about;
  const locked = await lockFunds(tx, officeId, [fundId, toFundId]);
  const closed = (id: Id<"fund">) => locked.some((fund) => fund.id === id && fund.closedAt);
  if (closed(toFundId) || (closed(fundId) && !takesWhenClosed(kind))) {
    throw new Refusal("fund.closed");
  }
  const { from, to } = passingPostings(amount);
  return await writeMovement(tx, act, locked, about, [
    ...from.map((line) => ({ ...line, fundId, projectId: null })),
    ...to.map((line) => ({ ...line, fundId: toFundId, projectId: null })),
  ]);
}

type LockedFund = typeof funds.$inferSelect & { balances: Balances };
type Line = Posting & { fundId: Id<"fund">; projectId: Id<"project"> | null };
type Movement = {
  fundId: Id<"fund">;
  toFundId?: Id<"fund"> | null;
  kind: FundEventKind;
  entityId: string;
  projectId?: Id<"project"> | null;
  reversesId?: Id<"fund_transaction">;
  memo?: string | undefined;
};

/** Writes a movement of locked funds; what one of them does not hold is refused. */
export async function writeMovement(
  tx: Tx,
  act: Act,
  locked: readonly LockedFund[],
  about: Movement,
  lines: readonly Line[],
) {
  for (const { id, balances } of locked) {
    const own = lines.filter(({ fundId }) => fundId === id);
    refuseShortfall(balances, own);
  }
  const transactionId = newId<"fund_transaction">();
  const { userId: byUserId } = act.by;
  await tx
    .insert(fundTransactions)
    .values({ id: transactionId, ...about, byUserId, at: act.at, memo: about.memo ?? "" });
  await tx.insert(postings).values(lines.map((line) => ({ ...line, transactionId })));
  return transactionId;
}

/** The office's fund with its balances, which nobody else can change until the transaction ends. */
export async function lockFund(
  tx: Tx,
  officeId: Id<"office">,
  fundId: Id<"fund">,
): Promise<LockedFund> {
  const [fund] = await lockFunds(tx, officeId, [fundId]);
  if (!fund) throw new Refusal("not_found");
  return fund;
}

/** The same of several, locked in the order of their ids, so that two who lock the same never wait for each other. */
export async function lockFunds(
  tx: Tx,
  officeId: Id<"office">,
  fundIds: readonly Id<"fund">[],
): Promise<LockedFund[]> {
  const found = await tx
    .select()
    .from(funds)
    .where(and(inArray(funds.id, [...fundIds]), eq(funds.officeId, officeId)))
    .orderBy(asc(funds.id))
    .for("update");
  if (found.length !== new Set(fundIds).size) throw new Refusal("not_found");
  const rows = await tx
    .select()
    .from(fundBalances)
    .where(inArray(fundBalances.fundId, [...fundIds]));
  return found.map((fund) => {
    const held = rows.filter(({ fundId }) => fundId === fund.id);
    const known = Object.fromEntries(held.map(({ account, amount }) => [account, amount]));
    return { ...fund, balances: { ...emptyFund, ...known } };
  });
}

function refuseShortfall(balances: Balances, lines: readonly Posting[]): void {
  const short = lines.some(
    ({ account, amount }) => account !== "appropriation" && balances[account] + amount < 0,
  );
  if (short) throw new Refusal("fund.not_enough");
}
