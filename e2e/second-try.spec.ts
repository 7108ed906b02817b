import { and, eq } from "drizzle-orm";
import { paths } from "#app/paths.ts";
import type { Id } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { addDays, addTo, dayOf, days, minutes } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { projectBalances, tenders } from "#db/schema/index.ts";
import { actOf, makeOrganization } from "#db/seed/factories/accounts.ts";
import { makeAwardedTender } from "#db/seed/factories/awards.ts";
import { makeSealedBid } from "#db/seed/factories/bids.ts";
import { makeOpenTender } from "#db/seed/factories/tenders.ts";
import { demoOfficer } from "./demo-office.ts";
import { expect, test } from "./fixtures.ts";
import { press, zh } from "./main-job/world.ts";

/** Past its deadline, with two bids where three are needed. */
async function makeTooFew() {
  const { officer, fundId } = await demoOfficer();
  const { at } = await actOf(officer);
  const publishedAt = addTo(at, -days(8));
  const title = "旧衣回收上门服务";
  const wish = { officer, fundId, ceiling: yuan(60_000), publishedAt, project: { title } };
  const { tender } = await makeOpenTender({ ...wish, tender: { title } });
  await makeSealedBid({ tenderId: tender.id, price: yuan(50_000) });
  await makeSealedBid({ tenderId: tender.id, price: yuan(55_000) });
  const deadline = addTo(at, -minutes(1));
  await db.update(tenders).set({ deadline }).where(eq(tenders.id, tender.id));
  return { tenderId: tender.id, projectId: tender.projectId };
}

/** Fen that the fund keeps for the project. */
async function reservedFor(projectId: Id<"project">) {
  const { amount } = one(
    await db
      .select({ amount: projectBalances.amount })
      .from(projectBalances)
      .where(
        and(eq(projectBalances.projectId, projectId), eq(projectBalances.account, "reserved")),
      ),
  );
  return amount;
}

test("a tender with too few bids fails, its money comes back, and it is tried again", async ({
  enter,
  inspect,
}) => {
  test.setTimeout(300_000);
  const { tenderId, projectId } = await makeTooFew();
  expect(await reservedFor(projectId)).toBe(yuan(60_000));
  const officer = await enter("liwen");
  await officer.goto(paths.office.failure(tenderId));
  await inspect(officer);
  await press(officer, zh.openings.failure.submit);
  expect(await reservedFor(projectId)).toBe(0);
  await officer.goto(paths.tender(tenderId));
  await expect(officer.getByText(zh.tenderStatus.failed).first()).toBeVisible();
  await inspect(officer);

  await officer.goto(paths.office.tender(tenderId));
  await officer.getByRole("link", { name: zh.nextRank.rerun.link }).first().click();
  await inspect(officer);
  await press(officer, zh.nextRank.rerun.submit);
  await officer.waitForURL(/\/edit$/);
  const second = officer.url().split("/").at(-2) ?? "";
  const { form } = zh.projects;
  await expect(officer.getByLabel(form.ceiling)).toHaveValue(/^60000(\.00)?$/);
  const today = dayOf(new Date());
  await officer.getByLabel(form.deadline).fill(`${addDays(today, 9)}T17:00`);
  await officer.getByLabel(form.startsOn).fill(addDays(today, 30));
  await officer.getByLabel(form.openerA).selectOption({ label: "孙莉" });
  await officer.getByLabel(form.openerB).selectOption({ label: "何伟" });
  await press(officer, form.save);
  await officer.goto(paths.office.review(second));
  await press(officer, zh.office.review.submit);

  const approver = await enter("zhangjianguo");
  await approver.goto(paths.office.publication(second));
  await press(approver, zh.office.publication.submit);
  await approver.goto(paths.tender(second));
  await expect(approver.getByText(zh.tenderStatus.open).first()).toBeVisible();
  await inspect(approver);
});

test("a winner that declines is passed over, and the next rank is put on show", async ({
  enter,
  inspect,
}) => {
  test.setTimeout(300_000);
  const { officeId } = await demoOfficer();
  const bidders = [];
  for (const [name, price] of [
    ["南湖安居维修社", yuan(480_000)],
    ["南湖和睦家政服务中心", yuan(470_000)],
    ["南湖同心助老社", yuan(490_000)],
  ] as const) {
    bidders.push({ organizationId: (await makeOrganization({ name })).id, price });
  }
  const { tender } = await makeAwardedTender({ officeId, bidders });
  const officer = await enter("liwen");
  await officer.goto(paths.office.tender(tender.id));
  await officer.getByRole("link", { name: zh.nextRank.link }).first().click();
  await inspect(officer);
  await expect(officer.getByText("南湖和睦家政服务中心").first()).toBeVisible();
  await officer.getByRole("radio", { name: zh.passOverCodes.declined }).check();
  await officer.getByLabel(zh.nextRank.reason).fill("对方来函放弃成交。");
  await press(officer, zh.nextRank.submit);
  await officer.goto(paths.scores(tender.id));
  await expect(officer.getByText("南湖和睦家政服务中心").first()).toBeVisible();
  await expect(officer.getByText("对方来函放弃成交").first()).toBeVisible();
  await inspect(officer);
});
