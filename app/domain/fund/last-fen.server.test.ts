import postgres from "postgres";
import { describe, expect, inject, test } from "vitest";
import { newId } from "#app/values/id.ts";
import { type Fen, yuan } from "#app/values/money.ts";
import { db, type Tx } from "#db/client.server.ts";
import { fundTransactions, postings } from "#db/schema/index.ts";
import { actOf, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeFund } from "#db/seed/factories/fund.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { databaseUrl } from "#db/testing/database-url.ts";
import { postingsFor } from "./ledger.ts";
import { postFundEvent } from "./post.server.ts";
import { listFunds } from "./queries.server.ts";

type Made = Awaited<ReturnType<typeof makeFund>>;

async function availableIn({ finance }: Made): Promise<Fen | undefined> {
  const [fund] = await listFunds(finance);
  return fund?.balances.available;
}

/** Ten approvers who each reserve all that the fund holds. */
async function rushFor(fund: Made, reserve: (tx: Tx) => Promise<unknown>) {
  const outcome = await atOnce(10, () => db.transaction(reserve));
  return { ...outcome, available: await availableIn(fund) };
}

/** As approvers' commands would be without the fund's lock: each has read that there is enough, then takes it. */
async function rushWithoutLock(fund: Made) {
  expect(await availableIn(fund)).toBe(yuan(100));
  return rushFor(fund, (tx) => take(tx, fund));
}

async function take(tx: Tx, fund: Made) {
  const transactionId = newId<"fund_transaction">();
  const about = { fundId: fund.id, entityId: newId(), kind: "publish" as const, at: new Date() };
  await tx.insert(fundTransactions).values({ id: transactionId, ...about });
  const lines = postingsFor("publish", { amount: yuan(100) });
  await tx
    .insert(postings)
    .values(lines.map((line) => ({ ...line, transactionId, fundId: fund.id })));
}

async function reserveWithLock(fund: Made) {
  const act = await actOf(await makeOfficeActor("approver", fund.officeId));
  const about = { officeId: fund.officeId, fundId: fund.id, kind: "publish" as const };
  return rushFor(fund, (tx) =>
    postFundEvent(tx, act, { ...about, entityId: newId(), amounts: { amount: yuan(100) } }),
  );
}

describe("two approvers for the fund's last fen", () => {
  test("reserve it once: the others are told that too little is available", async () => {
    const { done, refused, available } = await reserveWithLock(
      await makeFund({ allocated: yuan(100) }),
    );
    expect(done).toHaveLength(1);
    expect(refused).toMatchObject(Array(9).fill({ code: "fund.not_enough" }));
    expect(available).toBe(0);
  });

  test("without the fund's lock are still stopped by the balance's constraint", async () => {
    const fund = await makeFund({ allocated: yuan(100) });
    const { done, refused, available } = await rushWithoutLock(fund);
    expect(done).toHaveLength(1);
    const constraint = "fund_balances_not_below_zero";
    expect(refused).toContainEqual(
      expect.objectContaining({ cause: expect.objectContaining({ constraint_name: constraint }) }),
    );
    expect(available).toBe(0);
  });

  test("without lock and constraint would take it several times; the lock alone is enough", async () => {
    await dropConstraint();
    const unguarded = await makeFund({ allocated: yuan(100) });
    const outcome = await rushWithoutLock(unguarded);
    expect(outcome.done.length).toBeGreaterThan(1);
    expect(outcome.available).toBeLessThan(0);

    const locked = await reserveWithLock(await makeFund({ allocated: yuan(100) }));
    expect(locked.done).toHaveLength(1);
    expect(locked.available).toBe(0);
  });
});

/** In this file's own database, as its owner. */
async function dropConstraint() {
  const [row] = await db.execute<{ name: string }>("select current_database() as name");
  const owner = postgres(databaseUrl(inject("cluster").adminUrl, row?.name ?? ""), { max: 1 });
  await owner`alter table fund_balances drop constraint fund_balances_not_below_zero`;
  await owner.end();
}
