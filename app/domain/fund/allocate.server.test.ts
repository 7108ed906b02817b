import { describe, expect, test } from "vitest";
import { newId } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { actOf, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeFund } from "#db/seed/factories/fund.ts";
import { makeOpenTender } from "#db/seed/factories/tenders.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { allocateFund } from "./allocate.server.ts";
import { listMovements } from "./movements.server.ts";
import { openFund } from "./open.server.ts";
import { listFundProjects, listFunds } from "./queries.server.ts";

const memo = "南湖财〔2026〕3 号";

describe("a fund", () => {
  test("is opened once a year under a name, empty at first", async () => {
    const officer = await makeOfficeActor("officer");
    const opening = { year: 2026, name: "社区公益服务资金", source: "budget" as const };
    const fundId = await openFund(await actOf(officer), opening);
    await expect(openFund(await actOf(officer), opening)).rejects.toMatchObject({
      code: "fund.already_open",
    });
    await openFund(await actOf(officer), { ...opening, year: 2027 });
    const funds = await listFunds(officer);
    expect(funds.map(({ year }) => year)).toEqual([2027, 2026]);
    expect(funds[1]).toMatchObject({ id: fundId, balances: { available: 0, appropriation: 0 } });
  });

  test("holds what finance gave it, and says where it came from", async () => {
    const { id: fundId, finance } = await makeFund({ allocated: yuan(0) });
    await allocateFund(await actOf(finance), {
      fundId,
      allocationId: newId(),
      amount: yuan(508_000),
      memo,
    });
    const [fund] = await listFunds(finance);
    expect(fund?.balances).toMatchObject({
      appropriation: -yuan(508_000),
      available: yuan(508_000),
    });
    expect(await listMovements(finance, fundId)).toMatchObject([
      {
        kind: "allocate",
        memo,
        who: "李雯",
        lines: [
          { account: "available", amount: yuan(508_000) },
          { account: "appropriation", amount: -yuan(508_000) },
        ],
      },
    ]);
  });

  test("takes a form that is sent twice, even at once, as one allocation", async () => {
    const { id: fundId, finance } = await makeFund({ allocated: yuan(0) });
    const act = await actOf(finance);
    const allocation = { fundId, allocationId: newId(), amount: yuan(100), memo };
    await atOnce(4, () => allocateFund(act, allocation));
    const [fund] = await listFunds(finance);
    expect(fund?.balances.available).toBe(yuan(100));
  });

  test("of another office takes no money and shows nothing", async () => {
    const { id: fundId } = await makeFund();
    const stranger = await makeOfficeActor("finance");
    const allocation = { fundId, allocationId: newId(), amount: yuan(100), memo };
    await expect(allocateFund(await actOf(stranger), allocation)).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await listFunds(stranger)).toEqual([]);
    expect(await listMovements(stranger, fundId)).toEqual([]);
    expect(await listFundProjects(stranger, fundId)).toEqual([]);
  });
});

test("movements are read page by page, newest first, none left out or shown twice", async () => {
  const { id: fundId, finance } = await makeFund({ allocated: yuan(0) });
  const act = await actOf(finance);
  for (const amount of [1, 2, 3, 4, 5]) {
    const allocation = { fundId, allocationId: newId(), amount: yuan(amount), memo };
    await allocateFund(act, allocation);
  }
  const first = await listMovements(finance, fundId, { limit: 3 });
  const second = await listMovements(finance, fundId, { limit: 3, after: first[2]?.id });
  const amounts = [...first, ...second].map(({ lines }) => lines[0]?.amount);
  expect(amounts).toEqual([500, 400, 300, 200, 100]);
});

test("each project of the fund shows what it holds", async () => {
  const { officeId, fundId, officer, project } = await makeOpenTender({ ceiling: yuan(300_000) });
  await makeOpenTender({ officeId, fundId, ceiling: yuan(200_000) });
  const listed = await listFundProjects(officer, fundId);
  expect(listed).toHaveLength(2);
  expect(listed.find(({ id }) => id === project.id)?.balances).toMatchObject({
    reserved: yuan(300_000),
    available: -yuan(300_000),
  });
});
