import { describe, expect, test } from "vitest";
import { yuan } from "#app/values/money.ts";
import { addTo, days } from "#app/values/time.ts";
import { actOf, makeOfficeActor } from "#db/seed/factories/accounts.ts";
import {
  makeDraftTender,
  makeOpener,
  makeOpenTender,
  makeTenderInReview,
} from "#db/seed/factories/tenders.ts";
import { findDraft, findDraftCriteria, listDraftChoices } from "./form-choices.server.ts";
import { countProjects, listProjects, type ProjectListWish } from "./queries.server.ts";

async function threeProjects() {
  const officer = await makeOfficeActor("officer");
  const at = (await actOf(officer)).at;
  const make = (number: string, title: string, ceiling: number | null, daysOn: number) => ({
    officer,
    deadline: addTo(at, days(daysOn)),
    project: { number, title, ceiling: ceiling === null ? null : yuan(ceiling) },
  });
  const care = await makeDraftTender(make("2026-0001", "居家养老“大配餐”", null, 30));
  const repairs = await makeTenderInReview(make("2026-0002", "楼道维修", 62_700, 10));
  const haircut = await makeOpenTender(make("2026-0003", "上门理发", 20_000, 20));
  return { officer, care, repairs, haircut };
}

describe("the office's list of projects", () => {
  test("is filtered by status, community and words", async () => {
    const { officer, care, repairs } = await threeProjects();
    const titles = async (wish: ProjectListWish) =>
      (await listProjects(officer, wish)).map(({ title }) => title);
    expect(await titles({})).toEqual(["上门理发", "楼道维修", "居家养老“大配餐”"]);
    expect(await titles({ status: "in_review" })).toEqual(["楼道维修"]);
    expect(await titles({ communityId: care.community.id })).toEqual(["居家养老“大配餐”"]);
    expect(await titles({ words: "养老 配餐" })).toEqual(["居家养老“大配餐”"]);
    expect(await titles({ words: "维修", status: "draft" })).toEqual([]);
    expect(await countProjects(officer, { communityId: repairs.community.id })).toBe(1);
  });

  test.each([
    ["number", ["2026-0001", "2026-0002", "2026-0003"]],
    ["ceiling", ["2026-0001", "2026-0003", "2026-0002"]],
    ["deadline", ["2026-0002", "2026-0003", "2026-0001"]],
  ] as const)("is sorted by %s, page by page, either way", async (by, expected) => {
    const { officer } = await threeProjects();
    for (const descending of [false, true]) {
      const wish = { sort: { by, descending } };
      const first = await listProjects(officer, wish, { limit: 2 });
      const rest = await listProjects(officer, wish, { limit: 2, after: first[1]?.id });
      const numbers = [...first, ...rest].map(({ number }) => number);
      expect(numbers).toEqual(descending ? [...expected].reverse() : expected);
    }
  });

  test("names the communities that each serves, and nothing of another office", async () => {
    const { officer, care } = await threeProjects();
    const rows = await listProjects(officer, { words: "配餐" });
    expect(rows).toMatchObject([{ communities: [care.community.name], ceiling: null }]);
    expect(await listProjects(await makeOfficeActor("officer"), {})).toEqual([]);
  });
});

describe("the form of a draft", () => {
  test("offers the office's own openers, saying who still has no key", async () => {
    const opener = await makeOpener();
    const without = await makeOfficeActor("opener", opener.officeId);
    const { openers } = await listDraftChoices(opener);
    expect(openers.map(({ id, hasKey }) => [id, hasKey])).toEqual(
      [
        [opener.userId, true],
        [without.userId, false],
      ].sort(),
    );
  });

  test("is there for one's own office only, and says whether it is a draft still", async () => {
    const { officer, tender, community } = await makeDraftTender();
    expect(await findDraft(officer, tender.id)).toMatchObject({ communityIds: [community.id] });
    expect((await findDraftCriteria(officer, tender.id))?.criteria).toHaveLength(4);
    const stranger = await makeOfficeActor("officer");
    expect(await findDraft(stranger, tender.id)).toBeUndefined();
    expect(await findDraftCriteria(stranger, tender.id)).toBeUndefined();
    const open = await makeOpenTender();
    expect((await findDraft(open.officer, open.tender.id))?.tender.status).toBe("open");
  });
});
