import { eq } from "drizzle-orm";
import type { FundAmounts, MoveKind } from "#app/domain/fund/ledger.ts";
import { postFundEvent } from "#app/domain/fund/post.server.ts";
import type { Id } from "#app/values/id.ts";
import { newId } from "#app/values/id.ts";
import { type Fen, yuan } from "#app/values/money.ts";
import { db } from "../../client.server.ts";
import { one } from "../../rows.ts";
import { fundBalances, funds } from "../../schema/index.ts";
import { actOf, makeOfficeActor } from "./accounts.ts";

type FundWish = { officeId?: Id<"office">; name?: string; year?: number; allocated?: Fen };

/** An office's fund of the year with ¥1,000,000 available unless told how much. */
export async function makeFund(wish: FundWish = {}) {
  const finance = await makeOfficeActor("finance", wish.officeId);
  const { officeId } = finance;
  const name = wish.name ?? `社区服务资金 ${newId().slice(-6)}`;
  const year = wish.year ?? 2026;
  const fund = one(await db.insert(funds).values({ officeId, year, name }).returning());
  const amount = wish.allocated ?? yuan(1_000_000);
  if (amount > 0) await moveFund(finance, fund.id, "allocate", { amount });
  return { ...fund, finance };
}

/** ¥1,000,000 more in the fund that a contract is paid from. */
export async function topUpFund({
  officeId,
  fundId,
}: {
  officeId: Id<"office">;
  fundId: Id<"fund">;
}) {
  const finance = await makeOfficeActor("finance", officeId);
  await moveFund(finance, fundId, "allocate", { amount: yuan(1_000_000) });
}

/** Nothing is available any more in the fund that a contract is paid from. */
export async function drainFund({
  officeId,
  fundId,
}: {
  officeId: Id<"office">;
  fundId: Id<"fund">;
}) {
  const balances = await db.select().from(fundBalances).where(eq(fundBalances.fundId, fundId));
  const amount = balances.find(({ account }) => account === "available")?.amount;
  const finance = await makeOfficeActor("finance", officeId);
  if (amount) await moveFund(finance, fundId, "year_end", { amount });
}

/** Any movement of the fund by hand; what it is about is made up unless named. */
export async function moveFund(
  by: Awaited<ReturnType<typeof makeOfficeActor>>,
  fundId: Id<"fund">,
  kind: MoveKind,
  amounts: FundAmounts,
  about: { entityId?: string; projectId?: Id<"project"> } = {},
) {
  const { officeId } = by;
  const { entityId = newId(), ...project } = about;
  const act = await actOf(by);
  await db.transaction((tx) =>
    postFundEvent(tx, act, { officeId, fundId, kind, entityId, amounts, ...project }),
  );
}
