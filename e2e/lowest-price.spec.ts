import { eq } from "drizzle-orm";
import { paths } from "#app/paths.ts";
import type { Id } from "#app/values/id.ts";
import { yuan } from "#app/values/money.ts";
import { addTo, days, minutes } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { tenders } from "#db/schema/index.ts";
import { actOf, makeManager, makeOrganization } from "#db/seed/factories/accounts.ts";
import { makeSealedBid } from "#db/seed/factories/bids.ts";
import { makeDraftTender } from "#db/seed/factories/tenders.ts";
import { demoOfficer, demoUser } from "./demo-office.ts";
import { expect, test } from "./fixtures.ts";
import { takeTurn } from "./main-job/deciding.ts";
import { press, type World, zh } from "./main-job/world.ts";

const title = "楼道扶手采购安装";

/** A draft of 李雯's in which nothing is missing, to be bought at the lowest price; 孙莉 and 何伟 will open. */
async function makeDraft() {
  const { officer, fundId } = await demoOfficer();
  const { at } = await actOf(officer);
  const openers = { openerAId: await demoUser("sunli"), openerBId: await demoUser("hewei") };
  const { tender } = await makeDraftTender({
    officer,
    fundId,
    ceiling: yuan(60_000),
    deadline: addTo(at, days(4)),
    project: { title, quantity: 40, unit: "处", serviceType: "repairs" },
    tender: { title, method: "lowest_price", ...openers },
    criteria: [{ kind: "price", name: "报价", weight: 100 }],
  });
  return tender.id;
}

/** Three organizations bid, and the deadline passes. */
async function bidAndClose(tenderId: Id<"tender">) {
  const offers = { 南湖匠心维修社: 52_000, 南湖便民修缮中心: 48_500, 南湖巧手服务队: 55_000 };
  for (const [name, price] of Object.entries(offers)) {
    const by = await makeManager((await makeOrganization({ name })).id);
    await makeSealedBid({ tenderId, by, price: yuan(price) });
  }
  const { officer } = await demoOfficer();
  const { at } = await actOf(officer);
  await db
    .update(tenders)
    .set({ publishedAt: addTo(at, -days(4)), deadline: addTo(at, -minutes(1)) })
    .where(eq(tenders.id, tenderId));
}

async function publish({ enter, inspect }: World, tenderId: string) {
  const officer = await enter("liwen");
  await officer.goto(paths.office.method(tenderId));
  await inspect(officer);
  await officer.goto(paths.office.review(tenderId));
  await inspect(officer);
  await press(officer, zh.office.review.submit);
  const approver = await enter("zhangjianguo");
  await approver.goto(paths.office.publication(tenderId));
  await press(approver, zh.office.publication.submit);
  await Promise.all([officer.close(), approver.close()]);
}

async function open(world: World, tenderId: string) {
  for (const account of ["sunli", "hewei"]) {
    const opener = await world.enter(account);
    await takeTurn(world, opener, tenderId);
    await opener.close();
  }
}

/** One of the office and a witness look whether each bid keeps to the tender; nobody gives points. */
async function check({ enter, inspect }: World, tenderId: string) {
  const officer = await enter("liwen");
  await officer.goto(paths.office.panel(tenderId));
  await inspect(officer);
  const { panel, declaration, handIn, report } = zh.award;
  await officer.getByLabel(panel.capacity("赵敏华")).selectOption("office");
  await officer.getByLabel(panel.capacity("吴启明")).selectOption("witness");
  await officer.getByRole("radio", { name: "赵敏华" }).check();
  await press(officer, panel.submit);
  for (const account of ["wuqiming", "zhaominhua"]) {
    const member = await enter(account);
    await member.goto(paths.office.declaration(tenderId));
    await member.getByRole("radio", { name: declaration.none }).check();
    await press(member, declaration.submit);
    await member.goto(paths.office.handIn(tenderId));
    await inspect(member);
    await press(member, handIn.submit);
    await member.close();
  }
  const chair = await enter("zhaominhua");
  await chair.goto(paths.office.report(tenderId));
  await inspect(chair);
  await chair.getByLabel(report.confirm).check();
  await press(chair, report.sign);
  await Promise.all([officer.close(), chair.close()]);
}

test("of the bids that keep to the tender the cheapest wins", async ({ enter, inspect }) => {
  test.setTimeout(300_000);
  const world = { enter, inspect };
  const tenderId = await makeDraft();
  await publish(world, tenderId);
  await bidAndClose(tenderId);
  await open(world, tenderId);
  await check(world, tenderId);

  const officer = await enter("liwen");
  await officer.goto(paths.office.recommendation(tenderId));
  await inspect(officer);
  await officer.getByRole("radio", { name: /便民修缮/ }).check();
  await press(officer, zh.award.recommendation.submit);
  const approver = await enter("zhangjianguo");
  await approver.goto(paths.office.publicity(tenderId));
  await press(approver, zh.award.publicity.submit);
  await approver.goto(paths.scores(tenderId));
  await expect(approver.getByText("¥48,500").first()).toBeVisible();
  await inspect(approver);
});
