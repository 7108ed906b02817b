import { eq } from "drizzle-orm";
import { paths } from "#app/paths.ts";
import { yuan } from "#app/values/money.ts";
import { addDays, addTo, dayOf, hours, minutes, wallTimeText } from "#app/values/time.ts";
import { db } from "#db/client.server.ts";
import { one } from "#db/rows.ts";
import { bids, memberships, panelMembers, tenders, users } from "#db/schema/index.ts";
import { actOf, makeManager, makeOrganization } from "#db/seed/factories/accounts.ts";
import { makeSealedBid } from "#db/seed/factories/bids.ts";
import { openNow } from "#db/seed/factories/talks.ts";
import { makeOpenTender } from "#db/seed/factories/tenders.ts";
import { demoOfficer } from "../demo-office.ts";
import { expect, test } from "../fixtures.ts";
import { press, zh } from "../main-job/world.ts";

const title = "社区助浴点运营";

const personOf = async (account: string) =>
  one(await db.select().from(users).where(eq(users.account, account))).id;

/** Opened an hour ago, with 陈立 among three bidders and the demo's panel seated. */
async function makeTalks() {
  const { officer, fundId } = await demoOfficer();
  const tender = { title, method: "consult" as const };
  const wish = { officer, fundId, ceiling: yuan(60_000), project: { title }, tender };
  const { tender: made, openers } = await makeOpenTender(wish);
  const tenderId = made.id;
  for (const by of [
    await demoManager(),
    await named("南湖清和助浴社"),
    await named("南湖康宁社"),
  ]) {
    await makeSealedBid({ tenderId, by, price: yuan(50_000) });
  }
  const { at } = await actOf(officer);
  const past = { publishedAt: addTo(at, -hours(200)), deadline: addTo(at, -hours(1)) };
  await db.update(tenders).set(past).where(eq(tenders.id, tenderId));
  await openNow(tenderId, openers);
  const openedAt = past.deadline;
  await db.update(tenders).set({ openedAt }).where(eq(tenders.id, tenderId));
  for (const [account, capacity] of [
    ["zhaominhua", "office"],
    ["wuqiming", "expert"],
    ["zhengadi", "resident_representative"],
  ] as const) {
    const declared = { conflict: false, declaredAt: at, chair: account === "zhaominhua" };
    const userId = await personOf(account);
    await db.insert(panelMembers).values({ tenderId, userId, capacity, ...declared });
  }
  return { tenderId, at };
}

async function demoManager() {
  const userId = await personOf("yangguang");
  const { organizationId } = one(
    await db.select().from(memberships).where(eq(memberships.userId, userId)),
  );
  if (!organizationId) throw new Error("陈立 manages nothing");
  return { role: "manager" as const, userId, organizationId };
}

const named = async (name: string) => makeManager((await makeOrganization({ name })).id);

test("after talks with each bidder the office calls for final offers, and one is sealed", async ({
  enter,
  visit,
  inspect,
}) => {
  test.setTimeout(300_000);
  const { talks } = zh;
  const { tenderId, at } = await makeTalks();

  const chair = await enter("zhaominhua");
  await chair.goto(paths.office.tender(tenderId));
  await chair.getByRole("link", { name: zh.office.duties.record_talks }).first().click();
  await chair.waitForURL(/\/talks$/);
  for (let left = 3; left > 0; left -= 1) {
    await chair.getByRole("link", { name: talks.office.write, exact: true }).first().click();
    await chair.waitForURL(/\/talks\/[0-9a-f-]{36}$/);
    await inspect(chair);
    await chair.getByLabel(talks.record.heldAt).fill(wallTimeText(addTo(at, -minutes(5))));
    await chair.getByLabel(talks.record.bidderSide).fill("负责人一名");
    await chair.getByLabel(talks.record.agreed).fill("每周开放五天，水温和消毒按规范记录。");
    await press(chair, talks.record.submit);
    await chair.waitForURL(/\/talks$/);
  }
  await inspect(chair);

  const officer = await enter("liwen");
  await officer.goto(paths.office.finalCall(tenderId));
  await inspect(officer);
  const deadline = `${addDays(dayOf(at), 12)}T17:00`;
  await officer.getByLabel(talks.propose.deadline).fill(deadline);
  await officer.getByLabel(talks.propose.changes).fill("开放时间改为每周五天。");
  await press(officer, talks.propose.submit);
  await inspect(officer);

  const approver = await enter("zhangjianguo");
  await approver.goto(paths.office.finalCallApproval(tenderId));
  await inspect(approver);
  await press(approver, talks.approve.submit);
  await approver.goto(paths.tender(tenderId));
  await expect(approver.getByText(zh.notices.notice.finalOffers).first()).toBeVisible();
  await inspect(approver);
  await approver.goto(paths.receipts(tenderId));
  await expect(approver.getByText("南湖清和助浴社")).toHaveCount(0);
  await inspect(approver);

  const bidder = await enter("yangguang");
  await bidder.goto(paths.organization.tender(tenderId));
  await expect(bidder.getByText("开放时间改为每周五天").first()).toBeVisible();
  await inspect(bidder);
  await bidder.getByRole("link", { name: zh.bids.tender.writeFinal }).first().click();
  const { form } = zh.bids;
  await expect(bidder.getByLabel(form.price)).toHaveValue(/^50,?000(\.00)?$/);
  await inspect(bidder);
  await bidder.getByLabel(form.price).fill("47500");
  await bidder.getByRole("button", { name: form.next }).click();
  await bidder.getByRole("button", { name: form.submit }).click();
  await bidder.waitForURL(/\/org\/receipts\//);
  await expect(bidder.getByText(zh.bids.receipt.confirmed)).toBeVisible();
  expect(await db.select().from(bids).where(eq(bids.round, 2))).toEqual([]);

  // The record of the talks is public from the award on.
  await db.update(tenders).set({ awardedAt: at }).where(eq(tenders.id, tenderId));
  const anybody = await visit(paths.talks(tenderId));
  await expect(anybody.getByText("水温和消毒按规范记录").first()).toBeVisible();
  await inspect(anybody);
});
