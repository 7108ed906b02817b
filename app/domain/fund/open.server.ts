import type { Act, Finance, Officer } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Id } from "#app/values/id.ts";
import { db } from "#db/client.server.ts";
import { funds } from "#db/schema/fund.ts";
import type { FundSource } from "./fund.ts";

export type FundOpening = { year: number; name: string; source: FundSource };

/** Open a fund of the year, empty at first; a second of the same name in the year is refused. */
export async function openFund(
  act: Act<Officer | Finance>,
  opening: FundOpening,
): Promise<Id<"fund">> {
  const { officeId } = act.by;
  return await db.transaction(async (tx) => {
    const [fund] = await tx
      .insert(funds)
      .values({ officeId, ...opening })
      .onConflictDoNothing()
      .returning({ id: funds.id });
    if (!fund) throw new Refusal("fund.already_open");
    await record(tx, act, officeId, { name: "fund.opened", fundId: fund.id });
    return fund.id;
  });
}
