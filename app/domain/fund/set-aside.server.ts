import { and, eq } from "drizzle-orm";
import type { Act, Finance } from "#app/domain/act.ts";
import { record } from "#app/domain/record.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { fund as words } from "#app/i18n/zh/fund.ts";
import type { Id } from "#app/values/id.ts";
import type { Fen } from "#app/values/money.ts";
import { db, type Tx } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { funds } from "#db/schema/fund.ts";
import { communities } from "#db/schema/offices.ts";
import { isBooked } from "./is-booked.server.ts";
import { lockFund, passMoney } from "./post.server.ts";

export type SettingAside = {
  fundId: Id<"fund">;
  /** Made once per form shown. */
  transferId: string;
  communityId: Id<"community">;
  amount: Fen;
  memo: string;
};

/** Set money of a fund aside for a community: it passes into the community's part, which is opened with the first of it. */
export async function setAside(act: Act<Finance>, wish: SettingAside): Promise<Id<"fund">> {
  const { fundId, transferId: entityId, communityId, amount, memo } = wish;
  const { officeId } = act.by;
  return await db.transaction(async (tx) => {
    const fund = await lockFund(tx, officeId, fundId);
    if (fund.parentId) throw new Refusal("fund.part_of_part");
    if (fund.closedAt) throw new Refusal("fund.closed");
    const toFundId = (await findPart(tx, fundId, communityId)) ?? (await openPart(tx, act, wish));
    if (await isBooked(tx, "transfer", entityId)) return toFundId;
    const passing = { officeId, fundId, toFundId, entityId, amount, memo };
    await passMoney(tx, act, { ...passing, kind: "transfer" });
    await record(tx, act, officeId, { name: "fund.set_aside", fundId, partId: toFundId, amount });
    return toFundId;
  });
}

async function findPart(tx: Tx, fundId: Id<"fund">, communityId: Id<"community">) {
  const [part] = await tx
    .select({ id: funds.id })
    .from(funds)
    .where(and(eq(funds.parentId, fundId), eq(funds.communityId, communityId)));
  return part?.id;
}

async function openPart(tx: Tx, act: Act<Finance>, { fundId, communityId }: SettingAside) {
  const { officeId } = act.by;
  const [community] = await tx
    .select()
    .from(communities)
    .where(and(eq(communities.id, communityId), eq(communities.officeId, officeId)));
  if (!community) throw new Refusal("not_found");
  const parent = one(await tx.select().from(funds).where(eq(funds.id, fundId)));
  const { year, source } = parent;
  const name = words.part.name(parent.name, community.name);
  const [part] = await tx
    .insert(funds)
    .values({ officeId, year, source, name, parentId: fundId, communityId })
    .onConflictDoNothing()
    .returning({ id: funds.id });
  if (!part) throw new Refusal("fund.already_open");
  await record(tx, act, officeId, { name: "fund.opened", fundId: part.id });
  return part.id;
}
