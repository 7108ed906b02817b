import { beforeAll, expect, test } from "vitest";
import { publishTender } from "#app/domain/tenders/publish.server.ts";
import { resumeTender } from "#app/domain/tenders/resume.server.ts";
import { suspendTender } from "#app/domain/tenders/suspend.server.ts";
import { paths } from "#app/paths.ts";
import { type App, appOf } from "#app/testing/app.server.ts";
import { wordsIn } from "#app/testing/html.ts";
import { actOf } from "#db/seed/factories/accounts.ts";
import { makeAwardedTender, makePublicisedTender } from "#db/seed/factories/awards.ts";
import { amendTender } from "#db/seed/factories/tender-amendments.ts";
import { makeTenderInReview } from "#db/seed/factories/tenders.ts";

let app: App;
beforeAll(async () => {
  app = await appOf((file) => file.startsWith("routes/public/tenders/"));
});

const read = async (address: string) => {
  const { status, html } = await app(address, {});
  return { status, words: wordsIn(html) };
};

test("each amendment is a notice of its own, with its number, reason and what it changes", async () => {
  const open = await makeTenderInReview();
  const { id } = open.tender;
  await publishTender(await actOf(open.approver), id);
  await amendTender(open, { reason: "居民要求增加服务人数。" });
  const { status, words } = await read(paths.tenderAmendmentDocument(id, 1));
  expect(status).toBe(200);
  for (const said of [`${open.tender.title}更正公告（第1次）`, "居民要求增加服务人数。", "320"]) {
    expect(words).toContain(said);
  }
  expect((await read(paths.tender(id))).words).toContain("第1次更正公告");
  expect((await read(paths.tenderAmendmentDocument(id, 2))).status).toBe(404);
});

test("a result is a notice once it is on show, and an award once it is made", async () => {
  const publicised = await makePublicisedTender();
  const { id, title } = publicised.tender;
  const result = await read(paths.tenderDocument(id, "result"));
  expect(result.words).toContain(`${title}评审结果公示`);
  expect(result.words).not.toContain("中标（成交）公告");
  expect((await read(paths.tenderDocument(id, "award"))).status).toBe(404);
  const { tender } = await makeAwardedTender();
  const award = await read(paths.tenderDocument(tender.id, "award"));
  expect(award.words).toContain(`${tender.title}中标（成交）公告`);
  const open = await makeTenderInReview();
  await publishTender(await actOf(open.approver), open.tender.id);
  expect((await read(paths.tenderDocument(open.tender.id, "result"))).status).toBe(404);
});

test("a suspension is a notice while it lasts, and its end another", async () => {
  const open = await makeTenderInReview();
  const { id, title } = open.tender;
  const act = await actOf(open.approver);
  await publishTender(act, id);
  const papers = async () => [
    await read(paths.suspensionDocument(id, 1, "suspension")),
    await read(paths.suspensionDocument(id, 1, "resumption")),
  ];
  expect((await papers()).map(({ status }) => status)).toEqual([404, 404]);
  await suspendTender(await actOf(open.approver), { tenderId: id, reason: "有投诉可能影响结果。" });
  const [stopped, early] = await papers();
  expect(stopped?.words).toContain(`${title}采购暂停公告`);
  expect(stopped?.words).toContain("有投诉可能影响结果。");
  expect(early?.status).toBe(404);
  await resumeTender(await actOf(open.approver), { tenderId: id, reason: "投诉已经办结。" });
  const [, resumed] = await papers();
  expect(resumed?.words).toContain(`${title}采购恢复公告`);
  expect(resumed?.words).toContain("投诉已经办结。");
  expect((await read(paths.tender(id))).words).toContain("恢复公告");
});
