import { and, eq } from "drizzle-orm";
import type { Act, Finance } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import type { Fen } from "#app/values/money.ts";
import { db } from "#db/client.server.ts";
import { funds } from "#db/schema/fund.ts";
import { isBooked } from "./is-booked.server.ts";
import { lockFunds, passMoney } from "./post.server.ts";

export type GivingBack = {
  fundId: Id<"fund">;
  /** Made once per form shown. */
  transferId: string;
  amount: Fen;
  memo: string;
};

/** What a community does not need of its part goes back to the fund that it was set aside from. */
export async function giveBack(act: Act<Finance>, wish: GivingBack): Promise<void> {
  const { fundId, transferId: entityId, amount, memo } = wish;
  const { officeId } = act.by;
  await db.transaction(async (tx) => {
    const [part] = await tx
      .select({ parentId: funds.parentId })
      .from(funds)
      .where(and(eq(funds.id, fundId), eq(funds.officeId, officeId)));
    if (!part) throw new Refusal("not_found");
    const toFundId = part.parentId;
    if (!toFundId) throw new Refusal("fund.not_a_part");
    await lockFunds(tx, officeId, [fundId, toFundId]);
    if (await isBooked(tx, "transfer", entityId)) return;
    const passing = { officeId, fundId, toFundId, entityId, amount, memo };
    await passMoney(tx, act, { ...passing, kind: "transfer" });
    await record(tx, act, officeId, { name: "fund.given_back", fundId, toFundId, amount });
  });
}
