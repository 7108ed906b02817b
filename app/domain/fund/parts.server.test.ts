import { beforeAll, describe, expect, test } from "vitest";
import { draftProject } from "#app/domain/projects/draft.server.ts";
import type { ProjectDraft } from "#app/domain/projects/project.ts";
import { newId } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { actOf, makeCommunity, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeFund, moveFund } from "#db/seed/factories/fund.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { asOwner } from "#db/testing/owner.ts";
import { allocateForTask } from "./allocate.server.ts";
import { giveBack } from "./give-back.server.ts";
import { listMovements } from "./movements.server.ts";
import { listFunds, listFundTasks } from "./queries.server.ts";
import { setAside } from "./set-aside.server.ts";

type Made = Awaited<ReturnType<typeof makeFund>>;
let fund: Made;
let community: Awaited<ReturnType<typeof makeCommunity>>;

beforeAll(async () => {
  fund = await makeFund({ allocated: yuan(1000) });
  community = await makeCommunity(fund.officeId);
});

const wish = (amount: number) => ({
  fundId: fund.id,
  transferId: newId(),
  communityId: community.id,
  amount: yuan(amount),
  memo: "社区议事协商结果",
});
const available = async () =>
  new Map((await listFunds(fund.finance)).map(({ id, balances }) => [id, balances.available]));

describe("a community's part of a fund", () => {
  test("is opened with the first money set aside, and the next goes into the same", async () => {
    const act = await actOf(fund.finance);
    const partId = await setAside(act, wish(300));
    expect(await setAside(act, wish(100))).toBe(partId);
    const [parent, part] = await listFunds(fund.finance);
    expect(parent).toMatchObject({ id: fund.id, balances: { available: yuan(600) } });
    expect(part).toMatchObject({
      parentId: fund.id,
      community: community.name,
      name: `${fund.name}·${community.name}`,
      balances: { available: yuan(400), appropriation: -yuan(400) },
    });
    const movements = await listMovements(fund.finance, partId);
    expect(movements.map(({ kind, other }) => [kind, other])).toEqual([
      ["transfer", fund.name],
      ["transfer", fund.name],
    ]);
  });

  test("takes no more than is available, and a form sent twice at once moves once", async () => {
    const act = await actOf(fund.finance);
    await expect(setAside(act, wish(601))).rejects.toMatchObject({ code: "fund.not_enough" });
    const before = (await available()).get(fund.id) ?? 0;
    const twice = wish(10);
    const { done } = await atOnce(4, () => setAside(act, twice));
    expect(done).toHaveLength(4);
    expect((await available()).get(fund.id)).toBe(before - yuan(10));
  });

  test("is opened once when two set aside for the same community at once", async () => {
    const other = await makeCommunity(fund.officeId);
    const act = await actOf(fund.finance);
    const { done } = await atOnce(2, () => setAside(act, { ...wish(5), communityId: other.id }));
    expect(new Set(done).size).toBe(1);
  });

  test("gives back what it does not need, and no part of it can be set aside again", async () => {
    const act = await actOf(fund.finance);
    const partId = await setAside(act, wish(10));
    await expect(setAside(act, { ...wish(1), fundId: partId })).rejects.toMatchObject({
      code: "fund.part_of_part",
    });
    const before = await available();
    const back = { transferId: newId(), amount: yuan(7), memo: "项目节约" };
    await giveBack(act, { fundId: partId, ...back });
    await giveBack(act, { fundId: partId, ...back });
    const after = await available();
    expect(after.get(partId)).toBe((before.get(partId) ?? 0) - yuan(7));
    expect(after.get(fund.id)).toBe((before.get(fund.id) ?? 0) + yuan(7));
    await expect(giveBack(act, { fundId: fund.id, ...back })).rejects.toMatchObject({
      code: "fund.not_a_part",
    });
  });

  test("passes to and fro at once without waiting for itself", async () => {
    const act = await actOf(fund.finance);
    const partId = await setAside(act, wish(10));
    const back = { fundId: partId, amount: yuan(1), memo: "交回" };
    const { refused } = await atOnce(8, async (index) => {
      if (index % 2) await setAside(act, wish(1));
      else await giveBack(act, { ...back, transferId: newId() });
    });
    expect(refused).toEqual([]);
  });

  test("pays for projects of its community alone", async () => {
    const partId = await setAside(await actOf(fund.finance), wish(10));
    const officer = await actOf(await makeOfficeActor("officer", fund.officeId));
    const elsewhere = await makeCommunity(fund.officeId);
    const bought = (communityIds: ProjectDraft["communityIds"]) =>
      draftProject(officer, { ...draft, fundId: partId, communityIds });
    await expect(bought([community.id, elsewhere.id])).rejects.toMatchObject({
      code: "fund.other_community",
    });
    await bought([community.id]);
  });

  test("of another office is out of reach", async () => {
    const stranger = await actOf(await makeOfficeActor("finance"));
    await expect(setAside(stranger, wish(1))).rejects.toMatchObject({ code: "not_found" });
    const foreign = { ...wish(1), communityId: (await makeCommunity()).id };
    await expect(setAside(await actOf(fund.finance), foreign)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("the database itself refuses", () => {
  test("a part whose parent is of another year, or is a part", async () => {
    const { id, officeId, name } = fund;
    const part = (year: number) =>
      asOwner(`insert into funds (id, office_id, year, name, parent_id, community_id)
        select gen_random_uuid(), '${officeId}', ${year}, '${name} ${year}', '${id}', id from communities where office_id = '${officeId}' order by id desc limit 1`);
    await expect(part(2031)).rejects.toThrow(/is no part of its parent/);
  });

  test("postings that do not sum to zero in each fund, and those in a fund that the movement does not name", async () => {
    const other = await makeFund({ officeId: fund.officeId });
    const movement = "insert into fund_transactions (id, fund_id, to_fund_id, kind, entity_id, at)";
    const posting = "insert into postings (transaction_id, fund_id, account, amount)";
    const crossed =
      asOwner(`begin; ${movement} values ('00000000-0000-7000-8000-000000000001', '${fund.id}', '${other.id}', 'transfer', gen_random_uuid(), now());
      ${posting} values ('00000000-0000-7000-8000-000000000001', '${fund.id}', 'available', -1), ('00000000-0000-7000-8000-000000000001', '${other.id}', 'available', 1); commit`);
    await expect(crossed).rejects.toThrow(/do not sum to zero/);
    const elsewhere =
      asOwner(`begin; ${movement} values ('00000000-0000-7000-8000-000000000002', '${fund.id}', null, 'allocate', gen_random_uuid(), now());
      ${posting} values ('00000000-0000-7000-8000-000000000002', '${other.id}', 'available', 1); commit`);
    await expect(elsewhere).rejects.toThrow(/stands in a fund that it does not name/);
  });
});

test("money that arrives with a task is available, named after the task, once", async () => {
  const made = await makeFund({ allocated: yuan(0) });
  const act = await actOf(made.finance);
  const task = {
    fundId: made.id,
    allocationId: newId(),
    amount: yuan(80),
    documentNumber: "区民发〔2026〕18号",
    department: "区民政局",
    purpose: "失能老人家庭照护补贴试点",
  };
  await atOnce(3, () => allocateForTask(act, task));
  const [held] = await listFunds(made.finance);
  expect(held?.balances).toMatchObject({ available: yuan(80), appropriation: -yuan(80) });
  expect(await listFundTasks(made.finance, made.id)).toMatchObject([
    { department: "区民政局", purpose: task.purpose, amount: yuan(80), reversed: false },
  ]);
  await moveFund(made.finance, made.id, "publish", { amount: yuan(80) });
});

const draft: ProjectDraft = {
  title: "楼道灯",
  need: "",
  targetGroup: "",
  communityIds: [],
  serviceType: null,
  quantity: null,
  unit: null,
  ceiling: null,
  fundId: null,
  startsOn: null,
  serviceMonths: null,
  endsOn: null,
  deadline: null,
  contractDraft: "",
  openerAId: null,
  openerBId: null,
  budgetItem: "",
};
