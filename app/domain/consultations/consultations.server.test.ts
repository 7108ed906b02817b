import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { moveClock } from "#app/domain/clock.server.ts";
import { listNews } from "#app/domain/open-data/feed.server.ts";
import { changeDraft } from "#app/domain/projects/change.server.ts";
import { setNegativeList } from "#app/domain/tenders/negative-list.server.ts";
import { findOfficeTender, findProblems } from "#app/domain/tenders/office-queries.server.ts";
import { sendBackTender } from "#app/domain/tenders/send-back.server.ts";
import { submitTender } from "#app/domain/tenders/submit.server.ts";
import type { Id } from "#app/values/id.ts";
import { addDays, addTo, dayOf, minutes, weekday } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { consultations, events, tenders } from "#db/schema/index.ts";
import { actOf, makeManager, makeOperator, makeResident } from "#db/seed/factories/accounts.ts";
import { consult, makeComment, makeConsultedDraft } from "#db/seed/factories/consultations.ts";
import { makeDraftTender } from "#db/seed/factories/tenders.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { othersDone } from "#db/testing/others-done.ts";
import { commentOnDraft } from "./comment.server.ts";
import { openConsultation } from "./open.server.ts";
import { findPublicDraft, listPublicDrafts } from "./queries.server.ts";
import { replyToComment } from "./reply.server.ts";
import { takeDraftBack } from "./take-back.server.ts";

type Draft = Awaited<ReturnType<typeof makeConsultedDraft>>;

const statusOf = async (tenderId: Id<"tender">) =>
  one(await db.select().from(tenders).where(eq(tenders.id, tenderId))).status;
const closesAt = async ({ tenderId }: Draft) =>
  one(await db.select().from(consultations).where(eq(consultations.tenderId, tenderId))).closesAt;
const reply = async ({ officer, tenderId }: Draft, commentId: Id<"draft_comment">) =>
  replyToComment(await actOf(officer), { tenderId, commentId, reply: "采纳，已按人次分档。" });
const submit = async ({ officer, tenderId }: Draft) => submitTender(await actOf(officer), tenderId);

describe("a draft open for comment", () => {
  test("stands in public for three working days at least, and in the news", async () => {
    const draft = await makeConsultedDraft();
    const { tenderId } = draft;
    expect(await statusOf(tenderId)).toBe("consulting");
    const until = await closesAt(draft);
    expect(dayOf(until) >= addDays(dayOf((await actOf(draft.officer)).at), 4)).toBe(true);
    expect(weekday(dayOf(addTo(until, -1)))).toBeLessThanOrEqual(5);
    expect(await findPublicDraft(tenderId)).toMatchObject({
      open: true,
      file: { need: draft.project.need },
      comments: [],
    });
    expect((await listPublicDrafts()).map(({ id }) => id)).toContain(tenderId);
    await othersDone();
    expect(await listNews()).toContainEqual(
      expect.objectContaining({ name: "draft.consulted", tenderId }),
    );
  });

  test("takes comments of organizations and residents, and shows nobody whose they are", async () => {
    const draft = await makeConsultedDraft();
    const { tenderId } = draft;
    const manager = await makeManager();
    const resident = await makeResident();
    await commentOnDraft(await actOf(manager), { tenderId, text: "建议写明节假日怎样服务。" });
    await commentOnDraft(await actOf(resident), { tenderId, text: "希望早上八点以前能送到。" });
    const found = await findPublicDraft(tenderId);
    expect(found?.comments).toMatchObject([
      { from: "organization", text: "建议写明节假日怎样服务。", reply: null },
      { from: "resident", text: "希望早上八点以前能送到。", reply: null },
    ]);
    const text = JSON.stringify(found);
    const ids = [manager.userId, manager.organizationId, resident.userId, resident.residentId];
    for (const secret of ids) expect(text).not.toContain(secret);
  });

  test("is not changed meanwhile, but taken back first, with a reason", async () => {
    const draft = await makeConsultedDraft();
    const { tenderId, officer } = draft;
    const commentId = await makeComment(tenderId);
    const change = changeDraft(await actOf(officer), tenderId, await emptyDraft(draft));
    await expect(change).rejects.toMatchObject({ code: "consultation.no_changes" });
    await takeDraftBack(await actOf(officer), { tenderId, reason: "按意见改限价。" });
    expect(await statusOf(tenderId)).toBe("draft");
    expect(await findPublicDraft(tenderId)).toMatchObject({
      open: false,
      file: null,
      takenBackReason: "按意见改限价。",
      comments: [{ id: commentId }],
    });
    expect((await listPublicDrafts()).map(({ id }) => id)).not.toContain(tenderId);
    await consult(draft);
    expect(await statusOf(tenderId)).toBe("consulting");
  });
});

describe("refused is", () => {
  test("a draft without a need, one that may not be bought, and one that is public already", async () => {
    const needless = await makeDraftTender({ project: { need: " " } });
    await expect(consult(needless)).rejects.toMatchObject({ code: "consultation.no_need" });
    const forbidden = await makeDraftTender({ project: { title: "社区劳务派遣用工" } });
    await expect(consult(forbidden)).rejects.toMatchObject({ code: "tender.negative_list" });
    const draft = await makeConsultedDraft();
    await expect(consult(draft)).rejects.toMatchObject({ code: "lifecycle.not_now" });
  });

  test("less time than the rule's working days", async () => {
    const { officer, tender } = await makeDraftTender();
    const act = await actOf(officer);
    const wish = { tenderId: tender.id, lastDay: addDays(dayOf(act.at), 1) };
    await expect(openConsultation(act, wish)).rejects.toMatchObject({
      code: "consultation.too_short",
    });
    await openConsultation(act, { ...wish, lastDay: addDays(dayOf(act.at), 30) });
  });

  test("a comment with somebody's telephone number, and one on a draft that is not public", async () => {
    const { tenderId } = await makeConsultedDraft();
    await expect(makeComment(tenderId, "请打13800138000找我")).rejects.toMatchObject({
      code: "consultation.personal_data",
    });
    const { tender } = await makeDraftTender();
    await expect(makeComment(tender.id)).rejects.toMatchObject({ code: "not_found" });
  });

  test("a comment from the end of the period on, by the database's clock", async () => {
    const draft = await makeConsultedDraft();
    const until = await closesAt(draft);
    await moveClock(addTo(until, -minutes(1)));
    await makeComment(draft.tenderId);
    await moveClock(until);
    await expect(makeComment(draft.tenderId)).rejects.toMatchObject({ code: "consultation.over" });
  });

  test("a second reply, even at once, and a reply after the draft went to review", async () => {
    const draft = await makeConsultedDraft();
    const commentId = await makeComment(draft.tenderId);
    const { done, refused } = await atOnce(2, () => reply(draft, commentId));
    expect([done.length, refused]).toEqual([
      1,
      [expect.objectContaining({ code: "consultation.replied" })],
    ]);
    const other = await makeConsultedDraft();
    await expect(reply(other, commentId)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a consulted draft goes to review", () => {
  test("not while the period runs, nor with a comment without a reply", async () => {
    const draft = await makeConsultedDraft({
      deadline: addTo(new Date(), minutes(60 * 24 * 365)),
      project: {
        startsOn: addDays(dayOf(new Date()), 500),
        endsOn: addDays(dayOf(new Date()), 800),
      },
    });
    const { tenderId } = draft;
    const commentId = await makeComment(tenderId);
    await expect(submit(draft)).rejects.toMatchObject({ code: "consultation.still_running" });
    await moveClock(await closesAt(draft));
    await expect(submit(draft)).rejects.toMatchObject({ code: "consultation.unanswered" });
    await reply(draft, commentId);
    await submit(draft);
    expect(await statusOf(tenderId)).toBe("in_review");
    expect(await findPublicDraft(tenderId)).toMatchObject({
      file: null,
      comments: [{ reply: "采纳，已按人次分档。" }],
    });
  });

  test("nor after it was taken back, as long as a comment has no reply", async () => {
    const draft = await makeConsultedDraft();
    const commentId = await makeComment(draft.tenderId);
    await takeDraftBack(await actOf(draft.officer), {
      tenderId: draft.tenderId,
      reason: "要修改。",
    });
    await expect(submit(draft)).rejects.toMatchObject({ code: "consultation.unanswered" });
    await reply(draft, commentId);
    await submit(draft);
    const reason = "限价的依据请写明。";
    await sendBackTender(await actOf(draft.approver), { tenderId: draft.tenderId, reason });
    expect(await statusOf(draft.tenderId)).toBe("draft");
  });
});

test("the operator's list of what may not be bought holds from the moment it is set", async () => {
  const operator = await makeOperator();
  const { officer, tender, project } = await makeDraftTender({
    project: { title: "社区合唱团服务" },
  });
  const found = async () => (await findProblems(officer, tender.id))?.problems;
  expect(await found()).toEqual([]);
  const set = async (text: string) =>
    setNegativeList(await actOf(operator), { text, reason: "按新的目录调整。" });
  await expect(set("合唱")).rejects.toMatchObject({ code: "negative_list.not_whole" });
  await set("文艺演出：合唱");
  expect(await found()).toEqual(["forbidden"]);
  await expect(submitTender(await actOf(officer), tender.id)).rejects.toMatchObject({
    code: "tender.not_ready",
  });
  const changed = and(
    eq(events.name, "negative_list.changed"),
    eq(events.byUserId, operator.userId),
  );
  expect(await db.$count(events, changed)).toBe(1);
  expect(project.title).toBe("社区合唱团服务");
});

async function emptyDraft({ project, community, fundId }: Draft) {
  return {
    title: project.title,
    need: "",
    targetGroup: "",
    communityIds: [community.id],
    serviceType: null,
    quantity: null,
    unit: null,
    ceiling: null,
    fundId,
    budgetItem: "",
    startsOn: null,
    serviceMonths: null,
    endsOn: null,
    deadline: null,
    contractDraft: "",
    openerAId: null,
    openerBId: null,
  };
}

test("the author sees every return of a draft with its reason, the earlier ones too", async () => {
  const { officer, approver, tender } = await makeDraftTender();
  for (const reason of ["限价的依据请写明。", "服务次数和预算对不上。"]) {
    await submitTender(await actOf(officer), tender.id);
    await sendBackTender(await actOf(approver), { tenderId: tender.id, reason });
  }
  const found = await findOfficeTender(officer, tender.id);
  expect(found?.returns.map(({ reason }) => reason)).toEqual([
    "限价的依据请写明。",
    "服务次数和预算对不上。",
  ]);
  expect(found?.tender.sentBackReason).toBe("服务次数和预算对不上。");
});
