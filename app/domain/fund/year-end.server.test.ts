import { beforeEach, describe, expect, test } from "vitest";
import { databaseNow, moveClock } from "#app/domain/clock.server.ts";
import { newId } from "#app/values/id.ts";
import { fen, yuan } from "#app/values/money.ts";
import { dayOf } from "#app/values/time.ts";
import { actOf, makeCommunity, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeFund, moveFund } from "#db/seed/factories/fund.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { asOwner } from "#db/testing/owner.ts";
import { allocateFund } from "./allocate.server.ts";
import { decideYearEnd } from "./decide-year-end.server.ts";
import { proposeYearEnd } from "./propose-year-end.server.ts";
import { listFunds } from "./queries.server.ts";
import { setAside } from "./set-aside.server.ts";
import { listYearEnds, listYearEndsToDecide } from "./year-ends.server.ts";

let year: number;
let fund: Awaited<ReturnType<typeof makeFund>>;
let approver: Awaited<ReturnType<typeof makeOfficeActor<"approver">>>;

/** ¥1,000 given, of which ¥400 is reserved, in a year that is over. */
beforeEach(async () => {
  year = Number(dayOf(await databaseNow()).slice(0, 4)) - 1;
  fund = await makeFund({ year, allocated: yuan(1000) });
  approver = await makeOfficeActor("approver", fund.officeId);
  await moveFund(fund.finance, fund.id, "publish", { amount: yuan(400) });
});

const surplus = { decision: "surplus", toFundId: null, note: "主任办公会研究同意" } as const;

async function propose(wish: Partial<Parameters<typeof proposeYearEnd>[1]> = {}) {
  await proposeYearEnd(await actOf(fund.finance), { fundId: fund.id, ...surplus, ...wish });
  return await waiting(wish.fundId ?? fund.id);
}

async function waiting(fundId: typeof fund.id) {
  const open = (await listYearEnds(fund.finance, fundId)).find(({ decidedAt }) => !decidedAt);
  if (!open) throw new Error("no year end waits");
  return open.id;
}

async function approve(yearEndId: Awaited<ReturnType<typeof propose>>, expected = yuan(600)) {
  await decideYearEnd(await actOf(approver), { yearEndId, approved: true, expected });
}

const balancesOf = async (fundId: string) =>
  (await listFunds(fund.finance)).find(({ id }) => id === fundId)?.balances;

describe("at the year's end", () => {
  test("what nobody reserved becomes surplus, and what is reserved stays", async () => {
    await approve(await propose());
    expect(await balancesOf(fund.id)).toMatchObject({
      available: 0,
      surplus: yuan(600),
      reserved: yuan(400),
      appropriation: -yuan(1000),
    });
    expect(await listYearEnds(fund.finance, fund.id)).toMatchObject([
      { decision: "surplus", approved: true, amount: yuan(600) },
    ]);
  });

  test("or it goes on to a fund of the next year", async () => {
    const next = await makeFund({ officeId: fund.officeId, year: year + 1, allocated: fen(0) });
    await approve(await propose({ decision: "carry_over", toFundId: next.id }));
    expect(await balancesOf(fund.id)).toMatchObject({ available: 0, appropriation: -yuan(400) });
    expect(await balancesOf(next.id)).toMatchObject({
      available: yuan(600),
      appropriation: -yuan(600),
    });
  });

  test("goes on to no fund of the same year, and to none of another office", async () => {
    const same = await makeFund({ officeId: fund.officeId, year });
    const foreign = await makeFund({ year: year + 1 });
    for (const toFundId of [same.id, foreign.id, null]) {
      await expect(propose({ decision: "carry_over", toFundId })).rejects.toMatchObject({
        code: "fund.no_next_year",
      });
    }
  });

  test("one proposes and another decides; refused, it may be proposed anew", async () => {
    const yearEndId = await propose();
    expect(await listYearEndsToDecide(approver)).toMatchObject([{ fundId: fund.id }]);
    const herself = { ...fund.finance, role: "approver" as const };
    const answer = { yearEndId, approved: true, expected: yuan(600) };
    await expect(decideYearEnd(await actOf(herself), answer)).rejects.toMatchObject({
      code: "fund.own_year_end",
    });
    await expect(propose()).rejects.toMatchObject({ code: "fund.year_end_waiting" });
    await decideYearEnd(await actOf(approver), { ...answer, approved: false });
    expect(await balancesOf(fund.id)).toMatchObject({ available: yuan(600) });
    await approve(await propose());
    expect(await balancesOf(fund.id)).toMatchObject({ surplus: yuan(600) });
  });

  test("two proposals at once leave one, and two approvals at once move the money once", async () => {
    const act = await actOf(fund.finance);
    const proposals = await atOnce(4, () => proposeYearEnd(act, { fundId: fund.id, ...surplus }));
    expect(proposals.done).toHaveLength(1);
    expect(proposals.refused).toMatchObject(Array(3).fill({ code: "fund.year_end_waiting" }));
    const yearEndId = await waiting(fund.id);
    const approvals = await atOnce(4, () => approve(yearEndId));
    expect(approvals.done).toHaveLength(1);
    expect(approvals.refused).toMatchObject(Array(3).fill({ code: "fund.year_end_decided" }));
    expect(await balancesOf(fund.id)).toMatchObject({ available: 0, surplus: yuan(600) });
  });

  test("an amount that is another by now is shown again first", async () => {
    const yearEndId = await propose();
    await moveFund(fund.finance, fund.id, "publish", { amount: yuan(1) });
    await expect(approve(yearEndId)).rejects.toMatchObject({ code: "conflict" });
  });

  test("comes after its communities' parts, and not before December", async () => {
    const community = await makeCommunity(fund.officeId);
    const aside = { fundId: fund.id, transferId: newId(), communityId: community.id };
    const partId = await setAside(await actOf(fund.finance), {
      ...aside,
      amount: yuan(100),
      memo: "议事经费",
    });
    await expect(propose()).rejects.toMatchObject({ code: "fund.parts_first" });
    await approve(await propose({ fundId: partId }), yuan(100));
    await approve(await propose(), yuan(500));
    const early = await makeFund({ officeId: fund.officeId, year: year + 2 });
    await expect(propose({ fundId: early.id })).rejects.toMatchObject({
      code: "fund.too_early_to_close",
    });
  });
});

describe("a closed fund", () => {
  beforeEach(async () => {
    await approve(await propose());
  });

  test("takes no money and no new project, and says so", async () => {
    const closed = { code: "fund.closed" };
    const act = await actOf(fund.finance);
    const allocation = { fundId: fund.id, allocationId: newId(), amount: yuan(1), memo: "补拨" };
    await expect(allocateFund(act, allocation)).rejects.toMatchObject(closed);
    const publish = moveFund(fund.finance, fund.id, "publish", { amount: yuan(1) });
    await expect(publish).rejects.toMatchObject(closed);
  });

  test("refuses a reservation in the database itself, and never opens again", async () => {
    const reservation = `insert into fund_transactions (id, fund_id, kind, entity_id, at) values (gen_random_uuid(), '${fund.id}', 'publish', gen_random_uuid(), now())`;
    await expect(asOwner(reservation)).rejects.toThrow(/is closed/);
    const opened = asOwner(`update funds set closed_at = null where id = '${fund.id}'`);
    await expect(opened).rejects.toThrow(/closed for good/);
  });

  test("goes on with what was bought, and what comes free is settled in another round", async () => {
    await expect(propose()).rejects.toMatchObject({ code: "fund.nothing_left" });
    await moveFund(fund.finance, fund.id, "sign", { amount: yuan(300), saving: yuan(100) });
    await moveFund(fund.finance, fund.id, "accept", { amount: yuan(300) });
    await moveFund(fund.finance, fund.id, "pay", { amount: yuan(300) });
    expect(await balancesOf(fund.id)).toMatchObject({ available: yuan(100), paid: yuan(300) });
    await approve(await propose(), yuan(100));
    expect(await balancesOf(fund.id)).toMatchObject({ available: 0, surplus: yuan(700) });
  });
});

test("a project that is published while the fund is closed is in time or refused, never both", async () => {
  const yearEndId = await propose();
  const { done, refused } = await atOnce(2, async (index) => {
    if (index === 0) await approve(yearEndId);
    else await moveFund(fund.finance, fund.id, "publish", { amount: yuan(1) });
  });
  expect(done).toHaveLength(1);
  expect(["conflict", "fund.closed"]).toContain((refused[0] as { code: string }).code);
});

test("from 1 December of its year on", async () => {
  const running = await makeFund({ officeId: fund.officeId, year: year + 1, allocated: yuan(9) });
  const december = new Date(`${year + 1}-12-01T00:00:00+08:00`);
  if ((await databaseNow()) < december) await moveClock(december);
  await approve(await propose({ fundId: running.id }), yuan(9));
  expect(await balancesOf(running.id)).toMatchObject({ surplus: yuan(9) });
});
