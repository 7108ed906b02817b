import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { moveClock } from "#app/domain/clock.server.ts";
import { db } from "#db/client.server.ts";
import { questions } from "#db/schema/index.ts";
import { actOf, makeManager, makeOrganization } from "#db/seed/factories/accounts.ts";
import { makePublicisedTender, makeRankedTender } from "#db/seed/factories/awards.ts";
import { makeDraftTender, makeOpenTender } from "#db/seed/factories/tenders.ts";
import { answerQuestion } from "./answer.server.ts";
import { askQuestion } from "./ask.server.ts";
import { cancelTender } from "./cancel.server.ts";
import { findNotice } from "./notice-queries.server.ts";

const text = "请问空巢老人名单由谁提供？";

test("a verified organization asks until the deadline, and not from then on", async () => {
  const { tender } = await makeOpenTender();
  const { id: tenderId, deadline } = tender;
  const by = await makeManager();
  await askQuestion(await actOf(by), { tenderId, text });
  const asked = await db.select().from(questions).where(eq(questions.tenderId, tenderId));
  expect(asked).toMatchObject([{ text, organizationId: by.organizationId, answer: null }]);
  if (deadline) await moveClock(deadline);
  await expect(askQuestion(await actOf(by), { tenderId, text })).rejects.toMatchObject({
    code: "question.asked_late",
  });
});

test("an organization that is not verified does not ask, and nobody asks about a draft", async () => {
  const { tender } = await makeOpenTender();
  const { id } = await makeOrganization({ verifiedAt: null });
  const unverified = await actOf(await makeManager(id));
  await expect(askQuestion(unverified, { tenderId: tender.id, text })).rejects.toMatchObject({
    code: "bid.unverified",
  });
  const draft = await makeDraftTender();
  const verified = await actOf(await makeManager());
  await expect(askQuestion(verified, { tenderId: draft.tender.id, text })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("once the result is public its bidders ask about it, and the answer is for everybody", async () => {
  const { tender, bids, officer } = await makePublicisedTender();
  const by = bids[1]?.manager;
  if (!by) throw new Error("a bidder");
  const about = { tenderId: tender.id, text: "“服务方案”一项为什么少四分？" };
  const questionId = await askQuestion(await actOf(by), about);
  const stranger = await actOf(await makeManager());
  await expect(askQuestion(stranger, about)).rejects.toMatchObject({ code: "question.not_bidder" });
  const answer = "方案没有写节假日的安排，见评分表。";
  await answerQuestion(await actOf(officer), { tenderId: tender.id, questionId, answer });
  expect((await findNotice(tender.id))?.questions).toMatchObject([{ text: about.text, answer }]);
});

test("nobody asks about a result while it is judged, nor once the tender is over", async () => {
  const ranked = await makeRankedTender();
  const by = ranked.bids[1]?.manager;
  if (!by) throw new Error("a bidder");
  const late = { code: "question.asked_late" };
  const early = { tenderId: ranked.tender.id, text };
  await expect(askQuestion(await actOf(by), early)).rejects.toMatchObject(late);
  const { tender, bids, approver } = await makePublicisedTender();
  const bidder = bids[1]?.manager;
  if (!bidder) throw new Error("a bidder");
  const cancellation = { tenderId: tender.id, code: "other", reason: "需求有变。" } as const;
  await cancelTender(await actOf(approver), cancellation);
  const over = { tenderId: tender.id, text };
  await expect(askQuestion(await actOf(bidder), over)).rejects.toMatchObject(late);
});
