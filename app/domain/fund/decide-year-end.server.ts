import { and, eq, isNull } from "drizzle-orm";
import type { Act, Approver } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import type { Fen } from "#app/values/money.ts";
import { db, type Tx } from "#db/client.server.ts";
import { funds, yearEnds } from "#db/schema/fund.ts";
import { lockFund, passMoney, postFundEvent } from "./post.server.ts";

export type YearEndAnswer = {
  yearEndId: Id<"year_end">;
  approved: boolean;
  /** What the page showed as available; another amount by now is refused. */
  expected: Fen;
};

type YearEnd = typeof yearEnds.$inferSelect;

/**
 * The approver, who did not propose it, approves a year end or refuses it. Approved, all that is available leaves the fund,
 * which is closed; what is reserved, committed or to be paid stays until its contracts end.
 */
export async function decideYearEnd({ by }: Act<Approver>, answer: YearEndAnswer): Promise<void> {
  const { yearEndId, approved, expected } = answer;
  const { officeId, userId: decidedBy } = by;
  await db.transaction(async (tx) => {
    const { fundId } = await findProposal(tx, officeId, yearEndId);
    const { balances } = await lockFund(tx, officeId, fundId);
    const proposal = await findProposal(tx, officeId, yearEndId);
    if (proposal.decidedAt) throw new Refusal("fund.year_end_decided");
    if (proposal.proposedBy === decidedBy) throw new Refusal("fund.own_year_end");
    const { available } = balances;
    if (approved && available !== expected) throw new Refusal("conflict");

    const act = { by, at: await databaseNow(tx) };
    const decided = { decidedBy, decidedAt: act.at, approved, amount: approved ? available : null };
    await tx.update(yearEnds).set(decided).where(eq(yearEnds.id, yearEndId));
    if (!approved) {
      await record(tx, act, officeId, { name: "fund.year_end_refused", fundId });
      return;
    }
    await moveOn(tx, act, proposal, available);
    const open = and(eq(funds.id, fundId), isNull(funds.closedAt));
    await tx.update(funds).set({ closedAt: act.at }).where(open);
    const { decision } = proposal;
    await record(tx, act, officeId, { name: "fund.closed", fundId, decision, amount: available });
  });
}

async function findProposal(tx: Tx, officeId: Id<"office">, yearEndId: Id<"year_end">) {
  const [found] = await tx
    .select({ proposal: yearEnds })
    .from(yearEnds)
    .innerJoin(funds, eq(funds.id, yearEnds.fundId))
    .where(and(eq(yearEnds.id, yearEndId), eq(funds.officeId, officeId)));
  if (!found) throw new Refusal("not_found");
  return found.proposal;
}

async function moveOn(tx: Tx, act: Act<Approver>, proposal: YearEnd, amount: Fen) {
  const { id: entityId, fundId, toFundId, note: memo } = proposal;
  const { officeId } = act.by;
  if (amount === 0) return;
  const about = { officeId, fundId, entityId, memo };
  if (toFundId) await passMoney(tx, act, { ...about, kind: "carry_over", toFundId, amount });
  else await postFundEvent(tx, act, { ...about, kind: "year_end", amounts: { amount } });
}
