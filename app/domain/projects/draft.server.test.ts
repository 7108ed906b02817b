import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { setCriteria } from "#app/domain/tenders/set-criteria.server.ts";
import { newId } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { addTo, day, days } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { criteria, projectCommunities, projects, tenders } from "#db/schema/index.ts";
import { actOf, makeCommunity, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import { makeFund } from "#db/seed/factories/fund.ts";
import {
  makeDraftTender,
  makeOpener,
  makeOpenTender,
  makeTenderInReview,
  usualCriteria,
} from "#db/seed/factories/tenders.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { changeDraft } from "./change.server.ts";
import { draftProject } from "./draft.server.ts";
import type { ProjectDraft } from "./project.ts";

const nothingYet: ProjectDraft = {
  title: "楼道适老化微改造",
  need: "",
  targetGroup: "",
  communityIds: [],
  serviceType: null,
  quantity: null,
  unit: null,
  ceiling: null,
  fundId: null,
  budgetItem: "",
  startsOn: null,
  serviceMonths: null,
  endsOn: null,
  deadline: null,
  contractDraft: "",
  openerAId: null,
  openerBId: null,
};

async function everything(officeId: Parameters<typeof makeCommunity>[0]): Promise<ProjectDraft> {
  const { at } = await actOf(await makeOfficeActor("officer", officeId));
  return {
    title: "楼道适老化微改造",
    need: "安装扶手与感应灯",
    targetGroup: "独居老人",
    communityIds: [(await makeCommunity(officeId)).id, (await makeCommunity(officeId)).id],
    serviceType: "repairs",
    quantity: 120,
    unit: "户",
    ceiling: yuan(62_700),
    fundId: (await makeFund({ officeId: officeId })).id,
    budgetItem: "",
    startsOn: day("2027-01-01"),
    serviceMonths: 12,
    endsOn: null,
    deadline: addTo(at, days(10)),
    contractDraft: "甲方按约购买。",
    openerAId: (await makeOpener(officeId)).userId,
    openerBId: (await makeOpener(officeId)).userId,
  };
}

const read = async (tenderId: Awaited<ReturnType<typeof draftProject>>) =>
  one(
    await db
      .select()
      .from(tenders)
      .innerJoin(projects, eq(projects.id, tenders.projectId))
      .where(eq(tenders.id, tenderId)),
  );

describe("a project", () => {
  test("can be drafted with no more than a title, and completed later", async () => {
    const officer = await makeOfficeActor("officer");
    const tenderId = await draftProject(await actOf(officer), nothingYet);
    expect(await read(tenderId)).toMatchObject({
      tenders: { status: "draft", authorId: officer.userId },
      projects: { title: nothingYet.title, number: expect.stringMatching(/^\d{4}-0001$/) },
    });

    const colleague = await makeOfficeActor("officer", officer.officeId);
    const complete = await everything(officer.officeId);
    await changeDraft(await actOf(colleague), tenderId, complete);
    const after = await read(tenderId);
    expect(after.projects).toMatchObject({ ceiling: yuan(62_700), endsOn: "2027-12-31" });
    expect(after.tenders).toMatchObject({
      authorId: colleague.userId,
      openerAId: complete.openerAId,
    });
    const served = await db
      .select()
      .from(projectCommunities)
      .where(eq(projectCommunities.projectId, after.projects.id));
    expect(served).toHaveLength(2);
  });

  test("keeps its number to itself, however many are drafted at once", async () => {
    const act = await actOf(await makeOfficeActor("officer"));
    const { done } = await atOnce(8, () => draftProject(act, nothingYet));
    const numbers = await Promise.all(done.map(async (id) => (await read(id)).projects.number));
    expect(new Set(numbers).size).toBe(8);
    expect(numbers.sort().at(-1)).toMatch(/-0008$/);
  });

  test("takes no fund, community, opener or kind of service from elsewhere", async () => {
    const officer = await makeOfficeActor("officer");
    const act = await actOf(officer);
    const foreign = await everything((await makeOfficeActor("officer")).officeId);
    const notOpener = (await makeOfficeActor("finance", officer.officeId)).userId;
    for (const choice of [
      { fundId: foreign.fundId },
      { communityIds: foreign.communityIds },
      { openerAId: foreign.openerAId },
      { openerBId: notOpener },
      { serviceType: "weddings" },
    ]) {
      await expect(draftProject(act, { ...nothingYet, ...choice })).rejects.toMatchObject({
        code: "not_found",
      });
    }
  });
});

describe("a project under way", () => {
  test("is not changed any more, neither its text nor its criteria", async () => {
    for (const made of [await makeTenderInReview(), await makeOpenTender()]) {
      const act = await actOf(made.officer);
      const late = { code: "lifecycle.not_now" };
      await expect(changeDraft(act, made.tender.id, nothingYet)).rejects.toMatchObject(late);
      const rows = usualCriteria.map((row) => ({ ...row, guidance: "" }));
      await expect(setCriteria(act, made.tender.id, rows)).rejects.toMatchObject(late);
    }
  });

  test("of another office is not found", async () => {
    const { tender } = await makeDraftTender();
    const act = await actOf(await makeOfficeActor("officer"));
    const none = { code: "not_found" };
    await expect(changeDraft(act, tender.id, nothingYet)).rejects.toMatchObject(none);
    await expect(changeDraft(act, newId(), nothingYet)).rejects.toMatchObject(none);
    await expect(setCriteria(act, tender.id, [])).rejects.toMatchObject(none);
  });
});

describe("criteria", () => {
  test("replace those before, in their order", async () => {
    const { officer, tender } = await makeDraftTender();
    await setCriteria(await actOf(officer), tender.id, [
      { kind: "quality", name: "服务方案", weight: 75, guidance: "看是否具体可行" },
      { kind: "price", name: "报价", weight: 25, guidance: "" },
    ]);
    const rows = await db
      .select()
      .from(criteria)
      .where(eq(criteria.tenderId, tender.id))
      .orderBy(asc(criteria.position));
    expect(rows.map(({ name, weight }) => [name, weight])).toEqual([
      ["服务方案", 75],
      ["报价", 25],
    ]);
  });

  test("that the profile does not allow are refused, and those before stay", async () => {
    const { officer, tender } = await makeDraftTender();
    const wrong = [{ kind: "price" as const, name: "报价", weight: 100, guidance: "" }];
    await expect(setCriteria(await actOf(officer), tender.id, wrong)).rejects.toMatchObject({
      code: "criteria.not_allowed",
    });
    expect(await db.$count(criteria, eq(criteria.tenderId, tender.id))).toBe(4);
  });
});
