import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "#app/values/id.ts";
import { fen, yuan } from "#app/values/money.ts";
import { addDays, dayOf, days } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { fundBalances, fundTransactions, postings } from "#db/schema/index.ts";
import { actOf, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeFund } from "#db/seed/factories/fund.ts";
import { makeOpenTender } from "#db/seed/factories/tenders.ts";
import { fundAccounts, type MoveKind, postingsFor } from "./ledger.ts";
import { listStatement, summarizeAccounts } from "./statement.server.ts";
import { type StatementWish, statementViews } from "./statement.ts";

type Made = Awaited<ReturnType<typeof makeFund>>;
let fund: Made;
let now: Date;

/** A movement so many days ago, as the ledger's rules have it. */
async function move(kind: MoveKind, amount: number, daysAgo: number) {
  const at = new Date(now.getTime() - days(daysAgo));
  const transactionId = newId<"fund_transaction">();
  const about = { fundId: fund.id, entityId: newId(), at };
  await db.transaction(async (tx) => {
    await tx.insert(fundTransactions).values({ id: transactionId, kind, ...about });
    const lines = postingsFor(kind, { amount: fen(amount) });
    await tx
      .insert(postings)
      .values(lines.map((line) => ({ ...line, transactionId, fundId: fund.id })));
  });
}

beforeAll(async () => {
  fund = await makeFund({ allocated: fen(0) });
  now = (await actOf(fund.finance)).at;
  await move("allocate", yuan(1000), 30);
  await move("publish", yuan(300), 20);
  await move("publish", yuan(200), 20);
  await move("release", yuan(200), 10);
  await move("sign", yuan(300), 5);
  await move("accept", yuan(120), 4);
  await move("pay", yuan(120), 3);
});

const daysAgo = (count: number) => addDays(dayOf(now), -count);
const list = (wish: Partial<StatementWish>, page?: Parameters<typeof listStatement>[3]) =>
  listStatement(fund.finance, fund.id, { account: "available", view: "movement", ...wish }, page);

describe("a fund's statement", () => {
  test("opens with what there was, and closes with what the fund holds", async () => {
    const summary = await summarizeAccounts(fund.finance, fund.id, { from: daysAgo(10) });
    const balances = await db.select().from(fundBalances).where(eq(fundBalances.fundId, fund.id));
    for (const { account, opening, debit, credit, closing } of summary) {
      expect(closing).toBe(balances.find((row) => row.account === account)?.amount ?? 0);
      expect(closing).toBe(opening + debit - credit);
    }
    expect(summary.find(({ account }) => account === "available")).toMatchObject({
      opening: yuan(500),
      debit: yuan(200),
      credit: 0,
      closing: yuan(700),
    });
  });

  test("lists the movements of an account with the balance after each", async () => {
    const lines = await list({});
    expect(lines.map(({ kind, debit, credit, balance }) => [kind, debit, credit, balance])).toEqual(
      [
        ["allocate", yuan(1000), 0, yuan(1000)],
        ["publish", 0, yuan(300), yuan(700)],
        ["publish", 0, yuan(200), yuan(500)],
        ["release", yuan(200), 0, yuan(700)],
      ],
    );
  });

  test("counts both days of the period in, by Shanghai's day", async () => {
    const lines = await list({ from: daysAgo(20), to: daysAgo(20) });
    expect(lines.map(({ balance }) => balance)).toEqual([yuan(700), yuan(500)]);
  });

  test("sums by day, and by project with what has none", async () => {
    const byDay = await list({ view: "day" });
    expect(byDay.map(({ day, credit, balance }) => [day, credit, balance])).toEqual([
      [daysAgo(30), 0, yuan(1000)],
      [daysAgo(20), yuan(500), yuan(500)],
      [daysAgo(10), 0, yuan(700)],
    ]);
    const { officeId, fundId, officer, project } = await makeOpenTender({
      ceiling: yuan(300),
      project: { number: "2026-0001" },
    });
    await makeOpenTender({
      ...{ officeId, fundId, ceiling: yuan(200) },
      project: { number: "2026-0002" },
    });
    const wish = { account: "reserved", view: "project" } as const;
    const byProject = await listStatement(officer, fundId, wish);
    expect(byProject.map(({ balance }) => balance)).toEqual([yuan(300), yuan(200)]);
    const alone = await listStatement(officer, fundId, { ...wish, projectId: project.id });
    expect(alone).toMatchObject([{ project: project.title, balance: yuan(300) }]);
  });

  test.each(statementViews)(
    "is read page by page by %s, none left out or shown twice",
    async (view) => {
      const all = await list({ view });
      const read = [];
      for (let after: string | undefined; ; ) {
        const page = await list({ view }, { after, limit: 1 });
        if (page.length === 0) break;
        read.push(...page);
        after = page[0]?.key;
      }
      expect(read).toEqual(all);
    },
  );

  test("shows nothing to another office", async () => {
    const stranger = await makeOfficeActor("finance");
    const wish = { account: "available", view: "movement" } as const;
    expect(await listStatement(stranger, fund.id, wish)).toEqual([]);
    const summary = await summarizeAccounts(stranger, fund.id, {});
    expect(summary.every(({ closing }) => closing === 0)).toBe(true);
  });
});

test("whatever the period and the view, the lines sum to the account's debit and credit", async () => {
  const day = fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined });
  const wishes = fc.record({
    account: fc.constantFrom(...fundAccounts),
    view: fc.constantFrom(...statementViews),
    from: day.map((count) => (count === undefined ? undefined : daysAgo(count))),
    to: day.map((count) => (count === undefined ? undefined : daysAgo(count))),
  });
  await fc.assert(
    fc.asyncProperty(wishes, async (wish) => {
      const lines = await list(wish);
      const summary = await summarizeAccounts(fund.finance, fund.id, wish);
      const account = summary.find((one) => one.account === wish.account);
      const sum = (side: "debit" | "credit") =>
        lines.reduce((total, line) => total + line[side], 0);
      if (wish.from && wish.to && wish.from > wish.to) return;
      expect([sum("debit"), sum("credit")]).toEqual([account?.debit, account?.credit]);
    }),
    { numRuns: 60 },
  );
});
