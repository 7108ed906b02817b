import { describe, expect, test } from "vitest";
import { newId } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { addTo, days, minutes } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { questions } from "#db/schema/index.ts";
import { actOf, makeOfficeActor, makeOrganization } from "#db/seed/factories/accounts.ts";
import { makeFund } from "#db/seed/factories/fund.ts";
import { makeDraftTender, makeOpenTender } from "#db/seed/factories/tenders.ts";
import { cancelTender } from "./cancel.server.ts";
import { findTenderLife, listTendersUnderWay } from "./life.server.ts";
import { findNotice, listNotices } from "./notice-queries.server.ts";
import { findOfficeTender, findProblems, findQuestion } from "./office-queries.server.ts";

const past = async () => {
  const { at } = await actOf(await makeOfficeActor("officer"));
  return { publishedAt: addTo(at, -days(8)), deadline: addTo(at, -minutes(1)) };
};
const titled = (title: string) => ({ project: { title } });

async function ask(tenderId: Awaited<ReturnType<typeof makeOpenTender>>["tender"]["id"]) {
  const organization = await makeOrganization({ name: "春晖社工服务社" });
  const { at: askedAt } = await actOf(await makeOfficeActor("officer"));
  const values = { tenderId, organizationId: organization.id, text: "可否分包？", askedAt };
  const [question] = await db.insert(questions).values(values).returning();
  if (!question) throw new Error("no question");
  return question;
}

describe("the public list", () => {
  test("finds a tender by any words of its Chinese title, in any order", async () => {
    const { tender } = await makeOpenTender(titled("“回巢行动”流浪未成年人关爱服务"));
    for (const words of ["未成年人", "关爱 流浪", "回巢", "巢行"]) {
      const { rows, total } = await listNotices({ words });
      expect([rows.map(({ id }) => id), total]).toEqual([[tender.id], 1]);
    }
    expect(await listNotices({ words: "关爱 理发" })).toEqual({ rows: [], next: null, total: 0 });
  });

  test("has nothing of a draft, and tells kinds of tender apart by the clock", async () => {
    const title = "分类检验项目";
    await makeDraftTender(titled(title));
    const open = await makeOpenTender(titled(title));
    const closed = await makeOpenTender({ ...titled(title), ...(await past()) });
    const cancelled = await makeOpenTender(titled(title));
    const reason = { tenderId: cancelled.tender.id, code: "other" as const, reason: "需求有变" };
    await cancelTender(await actOf(cancelled.approver), reason);

    const listed = async (kind?: "open" | "deciding" | "ended") =>
      (await listNotices({ words: title, kind })).rows.map(({ id, status }) => [id, status]);
    expect(await listed("open")).toEqual([[open.tender.id, "open"]]);
    expect(await listed("deciding")).toEqual([[closed.tender.id, "closed"]]);
    expect(await listed("ended")).toEqual([[cancelled.tender.id, "cancelled"]]);
    expect(await listed()).toHaveLength(3);
  });

  test("goes on page by page, newest first, none left out or shown twice", async () => {
    const fund = await makeFund({ allocated: yuan(2_000_000) });
    const wish = { officeId: fund.officeId, fundId: fund.id, ceiling: yuan(10_000) };
    for (let made = 0; made < 23; made += 1) await makeOpenTender({ ...wish, ...titled("翻页") });
    const first = await listNotices({ words: "翻页" });
    const second = await listNotices({ words: "翻页", after: first.next ?? undefined });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([20, 3, null]);
    const ids = [...first.rows, ...second.rows].map(({ id }) => id);
    expect(new Set(ids).size).toBe(23);
    expect(first.total).toBe(23);

    const everything = await listNotices({});
    expect(everything.rows).toHaveLength(20);
    const later = await listNotices({ kind: "open", after: everything.next ?? undefined });
    expect(later.rows.length).toBeGreaterThan(0);
  });
});

describe("a notice", () => {
  test("is there for everybody once it is published, and not before", async () => {
    const { tender, criteria } = await makeOpenTender();
    expect(await findNotice(tender.id)).toMatchObject({
      status: "open",
      ceiling: yuan(508_000),
      criteria: criteria.map(({ name, weight }) => ({ name, weight })),
      contracts: [],
    });
    const draft = await makeDraftTender();
    expect(await findNotice(draft.tender.id)).toBeUndefined();
    expect(await findNotice(newId())).toBeUndefined();
  });

  test("hides who asked until the deadline, from the office too", async () => {
    const open = await makeOpenTender();
    await ask(open.tender.id);
    expect((await findNotice(open.tender.id))?.questions).toMatchObject([{ asker: null }]);
    const office = await findOfficeTender(open.officer, open.tender.id);
    expect(office?.questions).toMatchObject([{ text: "可否分包？", asker: null }]);

    const closed = await makeOpenTender(await past());
    await ask(closed.tender.id);
    const after = await findNotice(closed.tender.id);
    expect(after).toMatchObject({ status: "closed", questions: [{ asker: "春晖社工服务社" }] });
  });
});

describe("the office's own pages", () => {
  test("tell each reader whose turn it is", async () => {
    const { officer, approver, tender } = await makeOpenTender();
    const as = async (by: { userId: typeof officer.userId }, role: "officer" | "approver") =>
      (await findTenderLife(officer, tender.id, { ...by, roles: [role] }))?.step;
    expect(await as(officer, "officer")).toEqual({ wait: "for_bids" });
    const question = await ask(tender.id);
    expect(await as(officer, "officer")).toEqual({ duty: "answer" });
    expect(await as(approver, "approver")).toEqual({ wait: "for_bids" });
    const underWay = await listTendersUnderWay(officer, { ...officer, roles: ["officer"] });
    expect(underWay).toMatchObject([{ id: tender.id, unansweredId: question.id }]);
  });

  test("name what a draft lacks", async () => {
    const { officer, tender } = await makeDraftTender({ project: { ceiling: null } });
    const found = await findProblems(officer, tender.id);
    expect(found?.problems).toEqual(["ceiling_missing"]);
  });

  test("show another office nothing", async () => {
    const { tender } = await makeOpenTender();
    const question = await ask(tender.id);
    const stranger = await makeOfficeActor("officer");
    const reader = { userId: stranger.userId, roles: ["officer" as const] };
    expect(await findOfficeTender(stranger, tender.id)).toBeUndefined();
    expect(await findTenderLife(stranger, tender.id, reader)).toBeUndefined();
    expect(await listTendersUnderWay(stranger, reader)).toEqual([]);
    expect(await findProblems(stranger, tender.id)).toBeUndefined();
    const about = { tenderId: tender.id, questionId: question.id };
    expect(await findQuestion(stranger, about)).toBeUndefined();
  });
});
