import { paths } from "#app/paths.ts";
import { yuan } from "#app/values/money.ts";
import { makeManager, makeOrganization } from "#db/seed/factories/accounts.ts";
import { makePublicisedDirect } from "#db/seed/factories/objections.ts";
import { makeDraftTender } from "#db/seed/factories/tenders.ts";
import { demoOfficer } from "../demo-office.ts";
import { expect, test } from "../fixtures.ts";
import { press, zh } from "../main-job/world.ts";

const title = "养老服务信息系统续期";

test("a direct purchase shows everybody why one organization alone is asked", async ({
  enter,
  visit,
  inspect,
}) => {
  test.setTimeout(300_000);
  const { officer: by, fundId } = await demoOfficer();
  const { organizationId } = await makeManager((await makeOrganization({ name: "南湖数字社" })).id);
  const { tender } = await makeDraftTender({
    officer: by,
    fundId,
    ceiling: yuan(30_000),
    criteria: [{ kind: "price", name: "报价", weight: 100 }],
    project: { title },
    tender: {
      title,
      method: "direct",
      invitedOrganizationId: organizationId,
      directGround: "continuity",
      directReason: "系统由这一家开发，换人要重做数据。",
    },
  });
  const { evidence: words } = zh;
  const officer = await enter("liwen");
  await officer.goto(paths.office.review(tender.id));
  await expect(officer.getByText(zh.office.review.problems.evidence_missing)).toBeVisible();
  await officer.goto(paths.office.evidence(tender.id));
  await officer.getByLabel(words.addTitle).fill("原合同和验收单");
  const buffer = Buffer.from("%PDF-1.7\n原合同和验收单");
  const file = { name: "合同.pdf", mimeType: "application/pdf", buffer };
  await officer.getByLabel(words.addFile).setInputFiles(file);
  await press(officer, words.submit);
  await expect(officer.getByRole("link", { name: "合同.pdf" }).first()).toBeVisible();
  await inspect(officer);
  await officer.getByRole("link", { name: words.remove, exact: true }).first().click();
  await officer.waitForURL(/\/removal$/);
  await inspect(officer);
  await officer.goto(paths.office.review(tender.id));
  await press(officer, zh.office.review.submit);

  const approver = await enter("zhangjianguo");
  await approver.goto(paths.office.publication(tender.id));
  await press(approver, zh.office.publication.submit);

  const anybody = await visit(paths.tender(tender.id));
  await expect(anybody.getByText("换人要重做数据").first()).toBeVisible();
  await inspect(anybody);
  const link = anybody.getByRole("link", { name: "原合同和验收单" }).first();
  const address = await link.getAttribute("href");
  const served = await anybody.request.get(address ?? "");
  expect(await served.body()).toEqual(buffer);
  expect(served.headers()).toMatchObject({
    "content-disposition": expect.stringMatching(/^attachment; filename="file-[0-9a-f]{12}\.pdf"$/),
    "x-content-type-options": "nosniff",
  });
});

test("a resident objects to a direct purchase, and an approver decides before anything is awarded", async ({
  enter,
  visit,
  inspect,
}) => {
  test.setTimeout(300_000);
  const { officeId } = await demoOfficer();
  const { tenderId } = await makePublicisedDirect({ officeId });
  const { form, decision, list } = zh.objections;
  const said = "隔壁街道公开比选，价格只有一半。";

  const resident = await enter("13955501001");
  await resident.goto(paths.tender(tenderId));
  await resident.getByRole("link", { name: list.object }).click();
  await inspect(resident);
  await resident.getByLabel(form.text).fill(said);
  await press(resident, form.submit);
  await expect(resident.getByText(said)).toBeVisible();

  const approver = await enter("zhangjianguo");
  await approver.goto(paths.office.tender(tenderId));
  await approver.getByRole("link", { name: zh.office.duties.decide_objection }).first().click();
  await inspect(approver);
  await approver.getByLabel(decision.uphold).check();
  await approver.getByLabel(decision.reason).fill("辖区内确有其他机构能做，改为公开比选。");
  await press(approver, decision.submit);
  await inspect(approver);

  const anybody = await visit(paths.tender(tenderId));
  await expect(anybody.getByText(zh.objections.decisionOf(true)).first()).toBeVisible();
  await expect(anybody.getByText("改为公开比选").first()).toBeVisible();
  await inspect(anybody);
});
