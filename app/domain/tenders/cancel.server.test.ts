import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { newId } from "#app/values/id.ts";
import { addTo, days, minutes } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { questions, tenders } from "#db/schema/index.ts";
import { actOf, makeOfficeActor, makeOrganization } from "#db/seed/factories/accounts.ts";
import { makeDraftTender, makeOpenTender } from "#db/seed/factories/tenders.ts";
import { atOnce } from "#db/testing/at-once.ts";
import { answerQuestion } from "./answer.server.ts";
import { cancelTender } from "./cancel.server.ts";

const code = "need_changed";
const reason = "需求有变，重新立项";

describe("a tender", () => {
  test("is cancelled by an approver, with the reason kept", async () => {
    const { approver, tender } = await makeOpenTender();
    await cancelTender(await actOf(approver), { tenderId: tender.id, code, reason });
    const rows = await db.select().from(tenders).where(eq(tenders.id, tender.id));
    expect(one(rows)).toMatchObject({ status: "cancelled", endedReason: reason });
  });

  test("is dropped by an officer only while it is a draft", async () => {
    const draft = await makeDraftTender();
    const act = await actOf(draft.officer);
    await cancelTender(act, { tenderId: draft.tender.id, code, reason });
    const open = await makeOpenTender();
    const drop = cancelTender(await actOf(open.officer), {
      tenderId: open.tender.id,
      code,
      reason,
    });
    await expect(drop).rejects.toMatchObject({ code: "forbidden" });
  });

  test("of another office is not found", async () => {
    const { tender } = await makeOpenTender();
    const act = await actOf(await makeOfficeActor("approver"));
    await expect(cancelTender(act, { tenderId: tender.id, code, reason })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("a question", () => {
  async function asked(wish: Parameters<typeof makeOpenTender>[0] = {}) {
    const made = await makeOpenTender(wish);
    const organizationId = (await makeOrganization()).id;
    const askedAt = wish.publishedAt ?? (await actOf(made.officer)).at;
    const values = { tenderId: made.tender.id, organizationId, text: "可否分包？", askedAt };
    const question = one(await db.insert(questions).values(values).returning());
    const answer = { tenderId: made.tender.id, questionId: question.id, answer: "不可分包。" };
    return { ...made, question, answer, act: await actOf(made.officer) };
  }

  test("is answered once, for everybody", async () => {
    const { question, act, answer } = await asked();
    const { done, refused } = await atOnce(2, () => answerQuestion(act, answer));
    expect(done).toHaveLength(1);
    expect(refused).toMatchObject([{ code: "question.answered" }]);
    const rows = await db.select().from(questions).where(eq(questions.id, question.id));
    expect(one(rows)).toMatchObject({ answer: "不可分包。", answeredBy: act.by.userId });
  });

  test("is not answered after the deadline by the database's clock", async () => {
    const { at } = await actOf(await makeOfficeActor("officer"));
    const past = { publishedAt: addTo(at, -days(8)), deadline: addTo(at, -minutes(1)) };
    const { act, answer } = await asked(past);
    await expect(answerQuestion(act, answer)).rejects.toMatchObject({ code: "question.closed" });
  });

  test("of another tender or another office is not found", async () => {
    const { act, answer } = await asked();
    const none = { code: "not_found" };
    const unknown = { ...answer, questionId: newId<"question">() };
    await expect(answerQuestion(act, unknown)).rejects.toMatchObject(none);
    const stranger = await actOf(await makeOfficeActor("officer"));
    await expect(answerQuestion(stranger, answer)).rejects.toMatchObject(none);
  });
});
