import { and, eq, isNull } from "drizzle-orm";
import type { Act, Finance } from "#app/domain/act.ts";
import { databaseNow } from "#app/domain/clock.server.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { dayOf } from "#app/values/time.ts";
import { db, type Tx } from "#db/client.server.ts";
import { funds, yearEnds } from "#db/schema/fund.ts";
import { closableFrom, type YearEndDecision } from "./fund.ts";
import { lockFund } from "./post.server.ts";

export type YearEndProposal = {
  fundId: Id<"fund">;
  decision: YearEndDecision;
  /** The fund of the next year, if the money goes on. */
  toFundId: Id<"fund"> | null;
  note: string;
};

/**
 * Finance proposes what becomes of a year's money that nobody reserved; an approver decides. A closed fund that money came
 * back to later is settled in another round.
 */
export async function proposeYearEnd(
  { by }: Act<Finance>,
  proposal: YearEndProposal,
): Promise<void> {
  const { fundId, decision, note } = proposal;
  const toFundId = decision === "carry_over" ? proposal.toFundId : null;
  const { officeId, userId: proposedBy } = by;
  await db.transaction(async (tx) => {
    const fund = await lockFund(tx, officeId, fundId);
    const at = await databaseNow(tx);
    if (dayOf(at) < closableFrom(fund.year)) throw new Refusal("fund.too_early_to_close");
    if (fund.closedAt && fund.balances.available === 0) throw new Refusal("fund.nothing_left");
    const rounds = await tx.select().from(yearEnds).where(eq(yearEnds.fundId, fundId));
    if (rounds.some(({ decidedAt }) => !decidedAt)) throw new Refusal("fund.year_end_waiting");
    await refuseOpenParts(tx, fundId);
    if (decision === "carry_over") await requireNextYear(tx, officeId, fund.year + 1, toFundId);
    const round = rounds.length + 1;
    const values = { fundId, round, decision, toFundId, note, proposedBy, proposedAt: at };
    await tx.insert(yearEnds).values(values);
    const event = { name: "fund.year_end_proposed", fundId, decision } as const;
    await record(tx, { by, at }, officeId, event);
  });
}

async function refuseOpenParts(tx: Tx, fundId: Id<"fund">) {
  const open = and(eq(funds.parentId, fundId), isNull(funds.closedAt));
  if ((await tx.$count(funds, open)) > 0) throw new Refusal("fund.parts_first");
}

async function requireNextYear(
  tx: Tx,
  officeId: Id<"office">,
  year: number,
  fundId: Id<"fund"> | null,
) {
  if (!fundId) throw new Refusal("fund.no_next_year");
  const own = and(eq(funds.id, fundId), eq(funds.officeId, officeId), eq(funds.year, year));
  const found = await tx.$count(funds, and(own, isNull(funds.closedAt)));
  if (found === 0) throw new Refusal("fund.no_next_year");
}
